package himalia.sampling;

/**
 * Which centre is nearest to each of some points, while the centres move. The answers are those of measuring all by
 * doubles.
 */
interface NearestCentres {
    /** Of so many centres each point may keep a bound of its own. */
    int FEW = 16;

    /** Prepares the search for so many centres. */
    static NearestCentres of(double[][] points, int count) {
        return count > FEW ? new ManyCentres(points) : new FewCentres(points);
    }

    /** Returns the nearest centre of each point, of two as near ones the first; the array is used on. */
    int[] nearest();

    /** Goes to centres, as many as before; returns the points that have another one now, in order. */
    int[] moveTo(double[][] moved);
}
