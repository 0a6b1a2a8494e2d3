package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The source of a cell's class as it grows, and where its lines come from. */
final class CellClassText {
    private final StringBuilder text = new StringBuilder();
    private final Lines lines = new Lines();

    /** In the order of the text; none touches the next. */
    private final List<Segment> segments = new ArrayList<>();

    private int line = 1;

    /** Where the words are with which the class begins. */
    private int classFrom = -1;

    private int classTo = -1;

    /**
     * A stretch of the source that is text of the cell, or the text of an earlier declaration.
     *
     * @param lead where our words before it begin: what is wrong with them is wrong with it
     */
    private record Segment(int lead, int from, int to, int offset, @Nullable Entry entry) {
        boolean has(long place) {
            return place >= lead && place <= to;
        }

        int offset(long place) {
            return offset + (int) Math.max(0, place - from);
        }
    }

    /** Adds the line with which the class begins. */
    CellClassText ofClass(String code) {
        classFrom = text.length();
        classTo = classFrom + code.length();
        return own(code);
    }

    /** Returns whether a place is that of the whole class. */
    boolean isOfClass(long place) {
        return place >= classFrom && place < classTo;
    }

    /** Returns the earlier declarations that are in it. */
    Stream<Entry> entries() {
        return segments.stream().flatMap(each -> Optional.ofNullable(each.entry()).stream());
    }

    /** Adds a line of ours. */
    CellClassText own(String code) {
        return append(code).append("\n");
    }

    /**
     * Adds a stretch of the declaration of another cell between words of ours, and ends the line.
     *
     * @param from where in the declaration the stretch begins
     */
    CellClassText moved(String before, String code, String after, Entry entry, int from) {
        int first = line;
        append(before);
        int start = text.length();
        append(code);
        segments.add(new Segment(start - before.length(), start, text.length(), from, entry));
        if (entry.kind() != Entry.Kind.VARIABLE) {
            var above = entry.source().substring(0, from).chars().filter(c -> c == '\n').count();
            var site = new Site(entry.site().text(), entry.site().line() + (int) above);
            lines.addMoved(first, line, site);
        }
        return end(after);
    }

    /** Adds the user's text that begins at {@code offset} of the cell. */
    CellClassText user(String before, String code, String after, Site site, int offset) {
        int from = text.length() + before.length();
        segments.add(new Segment(text.length(), from, from + code.length(), offset, null));
        int first = line;
        append(before).append(code);
        lines.add(first, line, site);
        return end(after);
    }

    private CellClassText end(String after) {
        // A comment may end the user's text.
        return append("\n").append(after).append("\n");
    }

    /** Adds a line whose text, behind the words before it, begins as the cell does at {@code offset}. */
    CellClassText own(String before, String code, int offset) {
        int from = text.length() + before.length();
        segments.add(new Segment(text.length(), from, from + code.length(), offset, null));
        return own(before + code);
    }

    /** Returns where in the cell a place of the source is, -1 where it is in none of the cell. */
    int offset(long place) {
        return segment(place)
                .filter(segment -> segment.entry() == null)
                .map(segment -> segment.offset(place))
                .orElse(-1);
    }

    /** Returns whether a place is in text of the cell, and not in words of ours around it. */
    boolean isWritten(long place) {
        return segment(place)
                .filter(segment -> segment.entry() == null && segment.from() <= place)
                .isPresent();
    }

    /** Returns the earlier declaration in whose text a place is. */
    Optional<Entry> entry(long place) {
        return segment(place).map(Segment::entry);
    }

    /** Returns where in an earlier declaration a place is, -1 where it is in none. */
    int offsetIn(Entry entry, long place) {
        return segment(place)
                .filter(segment -> entry.equals(segment.entry()))
                .map(segment -> segment.offset(place))
                .orElse(-1);
    }

    /** Each mention of each of thousands of statements is looked for: not from the first segment on. */
    private Optional<Segment> segment(long place) {
        int from = 0;
        int to = segments.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (segments.get(middle).lead() <= place) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0
                ? Optional.empty()
                : Optional.of(segments.get(from - 1)).filter(found -> found.has(place));
    }

    /** Returns the text between two places. */
    String between(long from, long to) {
        return from < 0 || to > text.length() || to < from
                ? ""
                : text.substring((int) from, (int) to);
    }

    private CellClassText append(String code) {
        text.append(code);
        for (int i = 0; i < code.length(); i++) {
            line += code.charAt(i) == '\n' ? 1 : 0;
        }
        return this;
    }

    int line() {
        return line;
    }

    Lines lines() {
        return lines;
    }

    String source() {
        return text.toString();
    }
}
