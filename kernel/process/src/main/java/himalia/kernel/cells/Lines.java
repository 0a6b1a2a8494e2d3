package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which line of a generated class came from which line of a cell. */
public final class Lines {
    private final List<Span> spans = new ArrayList<>();

    private record Span(int from, int to, Site site, boolean moved) {}

    /** Notes that the generated lines {@code from} to {@code to} are those from {@code site} on. */
    void add(int from, int to, Site site) {
        spans.add(new Span(from, to, site, false));
    }

    /** Notes lines of another cell, whose text was compiled anew with this one. */
    void addMoved(int from, int to, Site site) {
        spans.add(new Span(from, to, site, true));
    }

    /** Returns the lines of the cell itself, then those of each text of another cell that was compiled with it. */
    public List<Lines> apart() {
        var own = new Lines();
        var all = new ArrayList<Lines>();
        all.add(own);
        for (var span : spans) {
            if (span.moved()) {
                var alone = new Lines();
                alone.spans.add(span);
                all.add(alone);
            } else {
                own.spans.add(span);
            }
        }
        all.removeIf(each -> each.spans.isEmpty());
        return all;
    }

    /** Returns where a generated line stands in a cell, nothing for lines of ours. */
    public Optional<Site> at(int line) {
        for (var span : spans) {
            if (line >= span.from() && line <= span.to()) {
                return Optional.of(
                        new Site(span.site().text(), span.site().line() + line - span.from()));
            }
        }
        return Optional.empty();
    }

    /** Returns the first place of a cell that a line comes from. */
    public Optional<Site> first() {
        return spans.stream().map(Span::site).findFirst();
    }

    /** Returns the number of generated lines up to the last one that comes from a cell. */
    public int count() {
        return spans.stream().mapToInt(Span::to).max().orElse(0);
    }
}
