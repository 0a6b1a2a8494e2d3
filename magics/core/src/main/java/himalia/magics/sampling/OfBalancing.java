package himalia.magics.sampling;

import himalia.magics.spi.MagicException;

/** Options that only methods that balance ask: what a drawing does not ask would be taken for something that it does. */
final class OfBalancing {
    private OfBalancing() {}

    static void refuse(String option, boolean isGiven) {
        if (isGiven) {
            throw new MagicException(
                    "%%sample: %s is for methods that balance classes, and this one draws rows whatever their class; leave it out"
                            .formatted(option));
        }
    }
}
