package dev.kida.benchmarks.stream;

import java.util.List;
import java.util.stream.IntStream;

/** A row of the streamed table. */
public record Row(int id, String name, String category, double price, int stock) {

    /** So many of them. */
    static List<Row> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> new Row(id, "Item no. " + id, "Toys & Games", id * 5 / 4.0, id * 7 % 23))
                .toList();
    }

    /** As one would write it by hand. */
    String html() {
        StringBuilder out = new StringBuilder(160);
        out.append("<tr class=\"")
                .append(stock < 5 ? "low" : "ok")
                .append("\"><td>")
                .append(id);
        out.append("</td><td><a href=\"/items/").append(id).append("\">");
        escape(out, name);
        out.append("</a></td><td>");
        escape(out, category);
        out.append("</td><td>").append(price).append("</td><td>");
        return out.append(stock).append("</td></tr>\n").toString();
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
