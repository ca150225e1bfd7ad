import { forgetTest } from "./parts/lab-storage";

/** A test is over, or everything of it was deleted: nothing of it stays in this browser, which may be somebody else's next. */
forgetTest();
