package himalia.storage;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run of {@link Elt} did; drawn as the way from files to tables.
 *
 * <pre>{@code
 * EltRun run = Elt.into(Path.of("shop.duckdb")).load("train", train).run();
 * run.steps()   // each with its rows, and whether it ran
 * }</pre>
 *
 * @param warehouse the database
 * @param steps one for each table, in their order
 */
public record EltRun(Path warehouse, List<EltStep> steps) implements Displayable {
    public EltRun {
        given(warehouse, "warehouse");
        steps = List.copyOf(given(steps, "steps"));
    }

    /** Returns how many tables were made anew. */
    public int ran() {
        return (int) steps.stream().filter(EltStep::ran).count();
    }

    @Override
    public MimeBundle bundle() {
        return MimeBundle.plain(toString())
                .with(MimeBundle.MARKDOWN, "```mermaid\n" + mermaid() + "\n```\n\n" + markdown());
    }

    /** In Mermaid's words; what did not run has a broken line around it. */
    private String mermaid() {
        var lines = new ArrayList<String>();
        lines.add("graph LR");
        var files = new ArrayList<String>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            lines.add(
                    "  t%s[\"%s<br/>%s\"]%s"
                            .formatted(
                                    i,
                                    quoted(step.table()),
                                    counted(step.rows()),
                                    step.ran() ? "" : ":::same"));
            for (var from : step.from()) {
                int place = step.isLoad() ? -1 : place(from);
                if (place < 0 && !files.contains(from)) {
                    files.add(from);
                    lines.add("  f%s([\"%s\"])".formatted(files.indexOf(from), quoted(from)));
                }
                lines.add(
                        place < 0
                                ? "  f%s --> t%s".formatted(files.indexOf(from), i)
                                : "  t%s --> t%s".formatted(place, i));
            }
        }
        lines.add("  classDef same stroke-dasharray:4 3");
        return String.join("\n", lines);
    }

    private int place(String table) {
        return steps.stream().map(EltStep::table).toList().indexOf(table);
    }

    private static String quoted(String name) {
        return name.replace("&", "&amp;").replace("\"", "#quot;").replace("<", "#lt;");
    }

    private String markdown() {
        var lines = new ArrayList<String>();
        lines.add("| table | from | rows | |");
        lines.add("| --- | --- | ---: | --- |");
        for (var step : steps) {
            lines.add(
                    "| %s | %s | %s | %s |"
                            .formatted(
                                    escaped(step.table()),
                                    escaped(String.join(", ", step.from())),
                                    String.format(Locale.ROOT, "%,d", step.rows()),
                                    escaped(status(step))));
        }
        return String.join("\n", lines);
    }

    /** In a cell of Markdown's. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\|*_`<\\[])", "\\\\$1");
    }

    private static String status(EltStep step) {
        var time = step.ran() ? "ran, " + AccessCost.words(step.seconds() * 1e6) : "unchanged";
        return step.changes().isEmpty() ? time : time + "; " + String.join("; ", step.changes());
    }

    private static String counted(long rows) {
        return String.format(Locale.ROOT, "%,d row%s", rows, rows == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add(
                "%s: %d of %d tables made anew"
                        .formatted(warehouse.getFileName(), ran(), steps.size()));
        for (var step : steps) {
            lines.add(
                    "%s%s: %s, %s"
                            .formatted(
                                    step.table(),
                                    step.from().isEmpty()
                                            ? ""
                                            : " ← " + String.join(", ", step.from()),
                                    counted(step.rows()),
                                    status(step)));
        }
        return String.join("\n", lines);
    }
}
