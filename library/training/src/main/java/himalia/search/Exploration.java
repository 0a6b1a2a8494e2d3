package himalia.search;

import himalia.table.Seeds;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whom a member of a population copies, and how it changes what it took over; the chances of one generation. */
final class Exploration {
    private static final double LESS = 0.8;
    private static final double MORE = 1.2;

    private final PopulationBasedTraining settings;
    private final Random random;

    Exploration(PopulationBasedTraining settings, int generation) {
        this.settings = settings;
        this.random = Seeds.random(settings.seed() + generation);
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
            double number = factor * range.number(value);
            place = range.place(Math.max(range.low(), Math.min(range.high(), number)));
        } else if (distribution instanceof WholeRange range) {
            place = range.place(whole(range, (int) value, factor));
        } else {
            place = distribution.place(value);
        }
        return Math.max(0, Math.min(Math.nextDown(1.0), place));
    }

    /** A step at least, where there is one. */
    private static int whole(WholeRange range, int value, double factor) {
        long moved = Math.round(value * factor);
        long step = factor > 1 ? range.step() : -range.step();
        boolean isNear = Math.abs(moved - value) < range.step();
        return (int) Math.max(range.low(), Math.min(range.high(), isNear ? value + step : moved));
    }
}
