package himalia.online;

/** The errors that a {@link Ddm} has seen since it began anew. */
final class DdmState implements DriftState {
    private final Ddm settings;
    private long seen;
    private double share;
    private double least = Double.POSITIVE_INFINITY;
    private double leastShare;
    private double leastDeviation;
    private double statistic;
    private boolean isOver;

    DdmState(Ddm settings) {
        this.settings = settings;
    }

    /** Returns how many deviations the share of errors is above its least; 0 before the end of the warm-up. */
    @Override
    public double statistic() {
        return statistic;
    }

    @Override
    public DriftSignal add(double value) {
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException(
                    "Ddm watches errors, 1 or 0, got %s; take an Adwin or a PageHinkley for other numbers"
                            .formatted(value));
        }
        if (isOver) {
            beginAnew();
        }
        seen++;
        share += (value - share) / seen;
        double deviation = Math.sqrt(share * (1 - share) / seen);
        if (seen <= settings.warmUp()) {
            return DriftSignal.STABLE;
        }
        if (share + deviation <= least) {
            least = share + deviation;
            leastShare = share;
            leastDeviation = deviation;
        }
        double above = share + deviation - leastShare;
        statistic = above == 0 ? 0 : above / leastDeviation;
        isOver = above > settings.drift() * leastDeviation;
        if (isOver) {
            return DriftSignal.DRIFT;
        }
        return above > settings.warning() * leastDeviation
                ? DriftSignal.WARNING
                : DriftSignal.STABLE;
    }

    private void beginAnew() {
        seen = 0;
        share = 0;
        least = Double.POSITIVE_INFINITY;
        statistic = 0;
        isOver = false;
    }
}
