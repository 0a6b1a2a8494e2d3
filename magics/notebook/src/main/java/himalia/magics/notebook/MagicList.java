package himalia.magics.notebook;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All magics, shown whole and by topic.
 *
 * <pre>{@code
 * var all = %lsmagic;
 * all.magics().size()
 * }</pre>
 *
 * @param magics each with what it does, a family before its subcommands
 */
public record MagicList(List<MagicName> magics) implements Displayable {
    public MagicList {
        magics = List.copyOf(magics);
    }

    private Map<String, List<MagicName>> byTopic() {
        return magics.stream()
                .collect(
                        Collectors.groupingBy(MagicName::topic, TreeMap::new, Collectors.toList()));
    }

    @Override
    public MimeBundle bundle() {
        return MimeBundle.plain(toString()).html(html());
    }

    private String html() {
        var html = new StringBuilder("<table>");
        byTopic()
                .forEach(
                        (topic, all) -> {
                            html.append("<tr><th colspan=\"3\" style=\"text-align:left\">")
                                    .append(Escape.html(topic))
                                    .append("</th></tr>");
                            all.forEach(each -> row(each, html));
                        });
        return html.append("</table>").toString();
    }

    private static void row(MagicName magic, StringBuilder html) {
        html.append("<tr>");
        for (var cell : List.of(magic.magic(), magic.does(), magic.gives())) {
            var wrap = cell.equals(magic.does()) ? "normal" : "nowrap";
            html.append("<td style=\"text-align:left;white-space:" + wrap + "\">")
                    .append(Escape.html(cell))
                    .append("</td>");
        }
        html.append("</tr>");
    }

    @Override
    public String toString() {
        int width = magics.stream().mapToInt(each -> each.magic().length()).max().orElse(0);
        var text = new StringBuilder();
        byTopic()
                .forEach(
                        (topic, all) -> {
                            text.append(text.length() == 0 ? "" : "\n").append(topic).append('\n');
                            all.forEach(each -> line(each, width, text));
                        });
        return text.toString().stripTrailing();
    }

    private static void line(MagicName magic, int width, StringBuilder text) {
        text.append("  ")
                .append(magic.magic())
                .append(" ".repeat(width - magic.magic().length() + 2))
                .append(magic.does())
                .append(magic.gives().isEmpty() ? "" : " → " + magic.gives())
                .append('\n');
    }
}
