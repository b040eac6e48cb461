import { readFile } from "../../files/read-file.ts";

/** All that `file-reader.html` does: it hands the reader to the sidebar that ran it. */
window.onaccountReadFile = readFile;
