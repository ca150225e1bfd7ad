import { type QrCode, qrCodeOf } from "~/integrations/qr/code";

/** The QR code of one of our own addresses. */
export const drawCode = (address: string): QrCode => qrCodeOf(address);
