package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.List;

/** The source of a cell's class as it grows, and where its lines come from. */
final class CellText {
    private final StringBuilder text = new StringBuilder();
    private final Lines lines = new Lines();
    private final List<Segment> segments = new ArrayList<>();
    private int line = 1;

    /** A stretch of the source that is text of the cell. */
    private record Segment(int from, int to, int offset) {}

    /** Adds a line of ours. */
    CellText own(String code) {
        return append(code).append("\n");
    }

    /** Adds text of another cell between two words of ours, and ends the line. */
    CellText moved(String before, String code, String after, Site site) {
        int from = line;
        append(before).append(code);
        lines.addMoved(from, line, site);
        return end(after);
    }

    /** Adds the user's text that begins at {@code offset} of the cell. */
    CellText user(String before, String code, String after, Site site, int offset) {
        int from = text.length() + before.length();
        segments.add(new Segment(from, from + code.length(), offset));
        int first = line;
        append(before).append(code);
        lines.add(first, line, site);
        return end(after);
    }

    private CellText end(String after) {
        // A comment may end the user's text.
        return append("\n").append(after).append("\n");
    }

    /** Adds a line whose text, behind the words before it, begins as the cell does at {@code offset}. */
    CellText own(String before, String code, int offset) {
        int from = text.length() + before.length();
        segments.add(new Segment(from, from + code.length(), offset));
        return own(before + code);
    }

    /** Returns where in the cell a place of the source is, -1 where it is in none of the cell. */
    int offset(long place) {
        for (var segment : segments) {
            if (place >= segment.from() && place <= segment.to()) {
                return segment.offset() + (int) place - segment.from();
            }
        }
        return -1;
    }

    private CellText append(String code) {
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
