package dev.kida.benchmarks.http;

/** The page as one would write it without an engine. */
final class HandPage {

    private static final int ROW = 160;

    private static final String TAIL = "</table>\n</body>\n</html>\n";

    private HandPage() {}

    static String head(String title) {
        StringBuilder out = new StringBuilder(256);
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>");
        escape(out, title);
        out.append("</title></head>\n<body>\n<h1>");
        escape(out, title);
        return out.append(
                        "</h1>\n<table>\n<tr><th>#</th><th>Name</th><th>Category</th><th>Price</th><th>Stock</th></tr>\n")
                .toString();
    }

    static String row(Item item) {
        StringBuilder out = new StringBuilder(ROW);
        out.append("<tr class=\"").append(item.stock() < 5 ? "low" : "ok").append("\"><td>");
        out.append(item.id())
                .append("</td><td><a href=\"/items/")
                .append(item.id())
                .append("\">");
        escape(out, item.name());
        out.append("</a></td><td>");
        escape(out, item.category());
        out.append("</td><td>").append(item.price()).append("</td><td>");
        return out.append(item.stock()).append("</td></tr>\n").toString();
    }

    static String tail() {
        return TAIL;
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }
}
