package himalia.search;

import himalia.table.Seeds;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whom a member of a population copies, and how it changes what it took over; the chances of one generation. */
final class Exploration {
    private static final double LESS = 0.8;
    private static final double MORE = 1.2;

    /** Far from each other, so that the generations of one seed are not those of the next seed, moved by one. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private final PopulationBasedTraining settings;
    private final Random random;

    Exploration(PopulationBasedTraining settings, int generation) {
        this.settings = settings;
        this.random = Seeds.random(settings.seed() + STRIDE * generation);
    }

    Map<String, Object> first() {
        return settings.space().at(name -> random.nextDouble());
    }

    /**
     * Returns the member that another one goes on from: itself, or for the worst one of the best.
     *
     * @param ranks the members, the best first
     */
    int from(int member, List<Integer> ranks) {
        int count = Math.max(1, (int) (settings.share() * ranks.size()));
        boolean isBad = ranks.indexOf(member) >= ranks.size() - count;
        return isBad ? ranks.get(random.nextInt(count)) : member;
    }

    Map<String, Object> changed(Map<String, Object> taken) {
        return settings.space()
                .at(
                        name -> {
                            var value = taken.get(name);
                            boolean isAnew = random.nextDouble() < settings.resample();
                            double other = random.nextDouble();
                            return value == null || isAnew
                                    ? other
                                    : place(name, value, random.nextBoolean() ? LESS : MORE);
                        });
    }

    private double place(String name, Object value, double factor) {
        var distribution = settings.space().distribution(name);
        double place;
        if (distribution instanceof RealRange range) {
            double number = moved(range.number(value), factor, range.step());
            place = range.place(Math.max(range.low(), Math.min(range.high(), number)));
        } else if (distribution instanceof WholeRange range) {
            double number = Math.rint(moved((int) value, factor, range.step()));
            place = range.place((int) Math.max(range.low(), Math.min(range.high(), number)));
        } else {
            place = distribution.place(value);
        }
        return Math.max(0, Math.min(Math.nextDown(1.0), place));
    }

    /** A step at least, where there is one. */
    private static double moved(double value, double factor, double step) {
        double moved = value * factor;
        boolean isNear = Math.abs(moved - value) < step;
        return isNear ? value + (factor > 1 ? step : -step) : moved;
    }
}
