package himalia.online;

/**
 * Watches errors, 1 where a model was wrong and 0 where it was right: as long as nothing changes their share goes down.
 *
 * <pre>{@code
 * DriftState state = new Ddm().start();
 * state.add(1)      // STABLE, WARNING, DRIFT
 * }</pre>
 *
 * <p>With the share p and its deviation s after each number, and the least p + s so far at p' and s': a warning above p' + 2 s', a
 * drift above p' + 3 s'. After a drift it begins anew.
 *
 * <p>J. Gama, P. Medas, G. Castillo, P. Rodrigues (2004): Learning with Drift Detection. SBIA, 286–295.
 *
 * @param warmUp how many numbers go by before it says anything, 1 or more
 * @param warning how many deviations are a warning, above 0
 * @param drift how many are a drift, at least as many as {@code warning}
 */
public record Ddm(int warmUp, double warning, double drift) implements DriftDetector {
    public Ddm {
        DriftSettings.atLeast("warmUp", warmUp, 1);
        DriftSettings.above("warning", warning, 0);
        DriftSettings.above("drift", drift, 0);
        if (drift < warning) {
            throw new IllegalArgumentException(
                    "drift must be at least warning, %s, got %s".formatted(warning, drift));
        }
    }

    /** Warns at 2 deviations and alarms at 3, as in the paper, after 30 numbers. */
    public Ddm() {
        this(30, 2, 3);
    }

    @Override
    public DriftState start() {
        return new DdmState(this);
    }
}
