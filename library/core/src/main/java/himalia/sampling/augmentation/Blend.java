package himalia.sampling.augmentation;

/**
 * Of which two rows a third is mixed, and how much of each is in it.
 *
 * <pre>{@code
 * new Blend(129, 140, 0.25)    // a quarter of row 129, three quarters of row 140
 * }</pre>
 *
 * @param first a row
 * @param second another, or the same
 * @param share of the first, from 0 to 1
 */
public record Blend(int first, int second, double share) {
    public Blend {
        Ranges.share(share, "share");
        Ranges.notNegative(first, "first");
        Ranges.notNegative(second, "second");
    }
}
