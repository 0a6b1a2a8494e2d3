package himalia.display.chart.draw;

import java.util.List;

/**
 * The colours of a picture.
 *
 * @param series one for each series in turn: Okabe and Ito's, which the colour-blind can tell apart, those with the
 *     strongest contrast first
 * @param ramp from little to much, even in brightness
 * @param low the end of a diverging ramp below zero; the other end is the last of {@code ramp}
 */
record Theme(
        Ink ground,
        Ink text,
        Ink muted,
        Ink grid,
        Ink axis,
        List<Ink> series,
        List<Ink> ramp,
        Ink low) {
    static final Theme LIGHT =
            new Theme(
                    Ink.of(0xffffff),
                    Ink.of(0x1f2328),
                    Ink.of(0x57606a),
                    Ink.of(0xe6e8eb),
                    Ink.of(0x8c959f),
                    inks(
                            0x0072b2, 0xd55e00, 0x009e73, 0xb65f92, 0xe69f00, 0x3a9bd9, 0x4d4d4d,
                            0xa89f10),
                    inks(0xf3f8fc, 0xc3dcef, 0x7ab3d9, 0x2f83bd, 0x08558f, 0x052f5f),
                    Ink.of(0xb8500a));

    static final Theme DARK =
            new Theme(
                    Ink.of(0x16191d),
                    Ink.of(0xe6e9ed),
                    Ink.of(0xa3abb5),
                    Ink.of(0x2b3036),
                    Ink.of(0x6b747e),
                    inks(
                            0x56b4e9, 0xff8a3d, 0x2ec79a, 0xe08fc0, 0xf0b840, 0x4f8fe8, 0xc4c9cf,
                            0xf0e442),
                    inks(0x1d2733, 0x16415f, 0x1c6796, 0x3a92c9, 0x7cbfe8, 0xd4ecfa),
                    Ink.of(0xff9d57));

    /** How many colours there are before they begin again. */
    static final int COLOURS = 8;

    static Theme of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /**
     * Returns the colour of the series at that place in the figure. The palette begins again after eight, paler at first and then
     * stronger, so that 24 series have no colour twice.
     */
    Ink series(int place) {
        if (place < 0) {
            return muted;
        }
        var ink = series.get(place % COLOURS);
        return switch (place / COLOURS % 3) {
            case 0 -> ink;
            case 1 -> ink.towards(ground, 0.45);
            default -> ink.towards(text, 0.5);
        };
    }

    /** Returns the colour at a share of the ramp, from 0 to 1. */
    Ink ramp(double share) {
        return between(ramp, share);
    }

    /** Returns the colour of a value from -1 to 1. */
    Ink diverging(double share) {
        var neutral = ramp.get(0);
        return share >= 0
                ? ramp(share)
                : between(List.of(neutral, low.towards(neutral, 0.45), low), -share);
    }

    private static Ink between(List<Ink> inks, double share) {
        var place = Math.max(0, Math.min(1, share)) * (inks.size() - 1);
        var below = Math.min((int) place, inks.size() - 2);
        return inks.get(below).towards(inks.get(below + 1), place - below);
    }

    private static List<Ink> inks(int... colours) {
        return java.util.Arrays.stream(colours).mapToObj(Ink::of).toList();
    }
}
