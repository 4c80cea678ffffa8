package io.shopbooks.report;

/** A report as it is mailed: the same in both parts. */
public record ReportMail(String subject, String text, String html) {}
