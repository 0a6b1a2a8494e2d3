package himalia.display.grid;

/** How a column shows which of its values are large; the number stays beside it. */
public enum Emphasis {
    /** A ground from pale to strong, between the least and the most value shown. */
    HEAT,
    /** A bar under each value, from nothing to the one farthest from zero that is shown. */
    BARS
}
