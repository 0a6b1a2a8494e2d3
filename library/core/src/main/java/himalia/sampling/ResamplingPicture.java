package himalia.sampling;

import himalia.display.bundle.InterruptCheck;
import himalia.display.chart.Panels;
import himalia.display.chart.draw.FigureWriter;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Rows before and after a sampler, side by side: what goes is crossed and joined to its reason, what comes is hollow and on its way. */
final class ResamplingPicture {
    private static final long SEED = 42;

    /** Of each class so many rows that stay, that go and that come: few rows of a rare kind are seen among many. */
    private static final int MOST = 400;

    private static final int MOST_OF_ALL = 4000;

    /** Nobody tells more colours apart. */
    private static final int MOST_CLASSES = 20;

    private final Resampling done;
    private final Classes classes;
    private final Draft draft;
    private final Plane plane;
    private final int[] places;
    private final List<? extends NumericColumn<?>> givenCells;
    private final List<? extends NumericColumn<?>> newCells;
    private final Map<Integer, double[]> known = new HashMap<>();
    private final InterruptCheck interrupt = new InterruptCheck();
    private final boolean isChanged;
    private final ResamplingWords words;
    private final int[] shown;
    private final int most;
    private final BitSet drawn = new BitSet();

    /** Of rows that stay, that go and that come, whether some alone are drawn. */
    private final boolean[] isCut = new boolean[3];

    private ResamplingPicture(
            Resampling done,
            Table given,
            Table made,
            Classes classes,
            String label,
            Draft draft,
            boolean isChanged) {
        this.isChanged = isChanged;
        this.done = done;
        this.draft = draft;
        this.plane = Plane.of(given, label, draft.voted(), SEED);
        this.classes = classes;
        this.words = new ResamplingWords(draft, classes, label, isChanged);
        this.shown = words.largest(MOST_CLASSES);
        this.most = Math.min(MOST, MOST_OF_ALL / (3 * Math.max(1, shown.length)));
        this.givenCells = plane.cells(given);
        this.newCells = plane.cells(made);
        this.places = new int[draft.entries()];
        var place = 0;
        for (var entry = 0; entry < places.length; entry++) {
            places[entry] = draft.stays(entry) ? place++ : Draft.NONE;
        }
        choose();
    }

    /** Draws; changed copies are joined to their originals. */
    static Panels of(
            Resampling done,
            Table given,
            Table made,
            Classes classes,
            String label,
            Draft draft,
            boolean isChanged) {
        return new ResamplingPicture(done, given, made, classes, label, draft, isChanged).panels();
    }

    /** Returns some of many numbers by chance, in their order. */
    static int[] some(int[] all, int most, Random random) {
        if (all.length <= most) {
            return all;
        }
        var mixed = all.clone();
        Shuffle.first(mixed, most, random);
        return Arrays.stream(mixed, 0, most).sorted().toArray();
    }

    private Panels panels() {
        int all = classes.names().size();
        var some =
                (shown.length < all
                        ? "; of %,d classes the %d largest".formatted(all, shown.length)
                        : "");
        var before = figure("before: " + ResamplingWords.rows(draft.given()), before(), false);
        var after = figure("after: " + ResamplingWords.rows(done.size()), after(), true);
        var both =
                FigureWriter.alike(
                        List.of(
                                before.noted(
                                        words.removed() + some + cut(1) + lacking(this::isGiven)),
                                after.noted(
                                        words.added(voted())
                                                + words.fewer()
                                                + (some + cut(2) + lacking(draft::stays)))));
        return new Panels(done.toString(), both, 2);
    }

    /** Returns the axes on which a made row lies between no two. */
    private List<String> voted() {
        return draft.voted().stream().filter(plane.columns()::contains).toList();
    }

    /** Says whether a picture has some rows alone of those that stay, or of those that it shows besides. */
    private String cut(int kind) {
        return isCut[0] || isCut[kind] ? "; of each kind %,d drawn, by chance".formatted(most) : "";
    }

    /** Says of how many rows of a picture a number is not there. */
    private String lacking(IntPredicate isIn) {
        return plane.lacking(
                IntStream.range(0, places.length)
                        .filter(isIn)
                        .filter(entry -> Arrays.stream(shown).anyMatch(code -> code == code(entry)))
                        .filter(
                                entry ->
                                        isGiven(entry)
                                                ? !plane.isWhole(givenCells, entry)
                                                : !plane.isWhole(newCells, places[entry]))
                        .count());
    }

    private Figure figure(String title, List<Mark> marks, boolean isAfter) {
        return Figure.of(
                        "scatter chart",
                        title,
                        Axis.numbers(plane.labels().get(0)),
                        Axis.numbers(plane.labels().get(1)),
                        marks)
                .telling(words.told(shown, isAfter))
                .sized(420, 380);
    }

    private int code(int entry) {
        return words.code(entry);
    }

    private boolean isGiven(int entry) {
        return entry < draft.given();
    }

    /** Draws some rows of each class and kind, and with a row that goes the one that is the reason. */
    private void choose() {
        int codes = classes.names().size();
        var isShown = new boolean[codes];
        for (var code : shown) {
            isShown[code] = true;
        }
        var kinds = new int[3 * codes];
        for (var entry = 0; entry < places.length; entry++) {
            kinds[kind(entry)]++;
        }
        var groups = new int[kinds.length][];
        Arrays.setAll(groups, kind -> new int[kinds[kind]]);
        for (var entry = places.length - 1; entry >= 0; entry--) {
            groups[kind(entry)][--kinds[kind(entry)]] = entry;
        }
        var random = Seeds.random(SEED);
        for (var kind = 0; kind < groups.length; kind++) {
            if (!isShown[kind / 3]) {
                continue;
            }
            isCut[kind % 3] |= groups[kind].length > most;
            for (var entry : some(groups[kind], most, random)) {
                drawn.set(entry);
                if (draft.because(entry) != Draft.NONE && isShown[code(draft.because(entry))]) {
                    drawn.set(draft.because(entry));
                }
            }
        }
    }

    private int kind(int entry) {
        return 3 * code(entry) + (isGiven(entry) ? draft.stays(entry) ? 0 : 1 : 2);
    }

    private List<Mark> before() {
        var marks = new ArrayList<Mark>();
        var links =
                drawn.stream()
                        .filter(entry -> isGiven(entry) && draft.because(entry) != Draft.NONE)
                        .filter(entry -> isGiven(draft.because(entry)))
                        .filter(entry -> drawn.get(draft.because(entry)))
                        .mapToObj(entry -> new double[][] {at(entry), at(draft.because(entry))})
                        .toList();
        marks.add(lines(links));
        for (var code : shown) {
            marks.add(points(code, Mark.Shape.DOT, e -> isGiven(e) && draft.stays(e)));
        }
        for (var code : shown) {
            marks.add(points(code, Mark.Shape.CROSS, e -> isGiven(e) && !draft.stays(e)));
        }
        return marks;
    }

    private List<Mark> after() {
        var marks = new ArrayList<Mark>();
        var segments =
                drawn.stream()
                        .filter(draft::stays)
                        .filter(
                                entry ->
                                        draft.to(entry) != Draft.NONE
                                                || isChanged && !isGiven(entry))
                        .mapToObj(entry -> new double[][] {at(draft.from(entry)), end(entry)})
                        .toList();
        marks.add(lines(segments));
        for (var code : shown) {
            marks.add(points(code, Mark.Shape.DOT, e -> isGiven(e) && draft.stays(e)));
        }
        for (var code : shown) {
            marks.add(points(code, Mark.Shape.RING, e -> !isGiven(e) && draft.stays(e)));
        }
        return marks;
    }

    /** Where the way ends that a row is on: at its second row; of a changed copy, and of a row on the other side, at itself. */
    private double[] end(int entry) {
        return at(draft.to(entry) == Draft.NONE || draft.at(entry) < 0 ? entry : draft.to(entry));
    }

    private Mark points(int code, Mark.Shape shape, IntPredicate isShown) {
        var places =
                drawn.stream()
                        .filter(entry -> code(entry) == code)
                        .filter(isShown)
                        .mapToObj(this::at)
                        .toList();
        return new Mark.Points(
                words.name(code),
                Numbers.of(places.stream().mapToDouble(place -> place[0]).toArray()),
                Numbers.of(places.stream().mapToDouble(place -> place[1]).toArray()),
                shape);
    }

    /** One mark of many lines, with a gap behind each. */
    private static Mark lines(List<double[][]> ends) {
        var x = new double[3 * ends.size()];
        var y = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            var end = i % 3 == 2 ? new double[] {Double.NaN, Double.NaN} : ends.get(i / 3)[i % 3];
            x[i] = end[0];
            y[i] = end[1];
        }
        return new Mark.Line("", Numbers.of(x), Numbers.of(y), Mark.Style.THIN);
    }

    /** Where a row lies; one that was made and is gone again lies where it was made. */
    private double[] at(int entry) {
        var place = known.get(entry);
        if (place == null) {
            interrupt.ask();
            place = found(entry);
            known.put(entry, place);
        }
        return place;
    }

    private double[] found(int entry) {
        if (isGiven(entry)) {
            return plane.place(givenCells, entry);
        }
        if (draft.stays(entry)) {
            return plane.place(newCells, places[entry]);
        }
        var from = at(draft.from(entry));
        if (draft.to(entry) == Draft.NONE) {
            return from;
        }
        var to = at(draft.to(entry));
        return new double[] {
            from[0] + draft.at(entry) * (to[0] - from[0]),
            from[1] + draft.at(entry) * (to[1] - from[1])
        };
    }
}
