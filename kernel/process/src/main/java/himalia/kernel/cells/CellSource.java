package himalia.kernel.cells;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The text of a cell, and the class to be made of it. */
final class CellSource {
    private final String code;
    private final String site;
    private final String className;

    /** Where its lines end, in order: a cell of thousands asks for the line of each of its parts. */
    private final int[] ends;

    /**
     * @param code the text, of which all places are offsets
     * @param site names it
     * @param className the full name of the class
     */
    CellSource(String code, String site, String className) {
        this.code = code;
        this.site = site;
        this.className = className;
        this.ends = IntStream.range(0, code.length()).filter(i -> code.charAt(i) == '\n').toArray();
    }

    String code() {
        return code;
    }

    String className() {
        return className;
    }

    /** Returns the line of a place. */
    Site at(int offset) {
        int found = Arrays.binarySearch(ends, offset);
        return new Site(site, 1 + (found < 0 ? -1 - found : found));
    }
}
