package himalia.online;

/** The sums of a {@link PageHinkley} since it began anew. */
final class PageHinkleyState implements DriftState {
    private final PageHinkley settings;
    private long seen;
    private double mean;
    private double up;
    private double down;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private boolean isOver;

    PageHinkleyState(PageHinkley settings) {
        this.settings = settings;
    }

    /** Returns how far the sum is from its least or its most, whichever is farther of those that count. */
    @Override
    public double statistic() {
        if (seen == 0) {
            return 0;
        }
        return switch (settings.direction()) {
            case UP -> up - least;
            case DOWN -> most - down;
            case BOTH -> Math.max(up - least, most - down);
        };
    }

    @Override
    public DriftSignal add(double value) {
        DriftSettings.finite(settings.name(), value);
        if (isOver) {
            beginAnew();
        }
        seen++;
        mean += (value - mean) / seen;
        up = settings.forgetting() * up + value - mean - settings.delta();
        down = settings.forgetting() * down + value - mean + settings.delta();
        least = Math.min(least, up);
        most = Math.max(most, down);
        isOver = seen >= settings.warmUp() && statistic() > settings.threshold();
        return isOver ? DriftSignal.DRIFT : DriftSignal.STABLE;
    }

    private void beginAnew() {
        seen = 0;
        mean = 0;
        up = 0;
        down = 0;
        least = Double.POSITIVE_INFINITY;
        most = Double.NEGATIVE_INFINITY;
    }
}
