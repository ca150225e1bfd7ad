import { type NoPictureBecause, PICTURES } from "~/content/lab/pictures";

interface Size {
  readonly width: number;
  readonly widthTold: boolean;
  readonly height: number;
  readonly wholeHeight: number;
}

/** All of the picture of a page, and how it was made; or why there is none. */
export const WholePicture = ({
  picture,
  src,
  alt,
}: {
  readonly picture: Size | NoPictureBecause;
  readonly src: string;
  readonly alt: string;
}) =>
  typeof picture === "string" ? (
    <p>{PICTURES.none[picture]}</p>
  ) : (
    <>
      <h2 className="nhsuk-heading-m">{PICTURES.title}</h2>
      <p>
        {PICTURES.how(picture)}{" "}
        {picture.wholeHeight > picture.height ? PICTURES.cut(picture.height, picture.wholeHeight) : ""}{" "}
        {PICTURES.lasts} <a href={`${src}?save`}>{PICTURES.savePicture}</a>
      </p>
      <p className="lab-whole-picture">
        <img src={src} alt={alt} width={picture.width} height={picture.height} />
      </p>
    </>
  );
