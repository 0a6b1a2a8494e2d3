package himalia.kernel.java;

/**
 * What is to become of the value of a part.
 *
 * @param shown whether the cell shows it
 * @param count under which number it is kept; 0 where it is not
 */
record Wanted(boolean shown, int count) {
    static final Wanted NOTHING = new Wanted(false, 0);

    /** An earlier cell that runs again keeps its value under its own number, whether it is shown or not. */
    static Wanted of(Cell cell, Cell.Part part, boolean lastOfCode) {
        if (part.role() != Cell.Part.Role.CODE) {
            return NOTHING;
        }
        boolean shown = lastOfCode && cell.show();
        return new Wanted(
                shown,
                part.valueOf() > 0 ? part.valueOf() : shown && cell.keep() ? cell.count() : 0);
    }

    boolean any() {
        return shown || count != 0;
    }

    SnippetRunner.Purpose purpose(long cell) {
        return new SnippetRunner.Purpose(cell, shown, count);
    }
}
