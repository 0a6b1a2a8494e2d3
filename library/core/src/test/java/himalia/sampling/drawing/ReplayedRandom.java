package himalia.sampling.drawing;

import java.util.random.RandomGenerator;

/** Gives numbers that another program drew. */
final class ReplayedRandom implements RandomGenerator {
    private final int[] ints;
    private final double[] doubles;
    private int nextInt;
    private int nextDouble;

    ReplayedRandom(int[] ints, double[] doubles) {
        this.ints = ints;
        this.doubles = doubles;
    }

    @Override
    public int nextInt(int bound) {
        return ints[nextInt++];
    }

    @Override
    public double nextDouble() {
        return doubles[nextDouble++];
    }

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException("no longs were recorded");
    }

    boolean isUsedUp() {
        return nextInt == ints.length && nextDouble == doubles.length;
    }
}
