package io.shopbooks.quickbooks;

/**
 * One error of QuickBooks. Message and detail are in the company's language, so that only the code
 * decides (`quickbooks-online.md` 9).
 *
 * @param status of HTTP; of a batch item the batch's
 * @param code without leading zeros; 0 where none was given
 */
record Fault(int status, int code, String message, String detail, String tid) {

  /** For people: "6240 Duplicate Name Exists Error: The name supplied already exists." */
  String words() {
    var told = detail.isBlank() || detail.equals(message) ? message : message + ": " + detail;
    var number = code == 0 ? "HTTP " + status : Integer.toString(code);
    return (number + " " + told).strip();
  }
}
