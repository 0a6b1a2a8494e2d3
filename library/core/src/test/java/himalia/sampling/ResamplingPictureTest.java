package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Mark.Shape;
import himalia.reference.ModelReference;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What of a sampler's work is seen. */
class ResamplingPictureTest {
    /** Rows 1 and 2 are a link; of the rare class there are two. */
    private final Table rows =
            Table.create(
                    "rows",
                    DoubleColumn.create("a", 0, 3, 3.5, 9, -4),
                    DoubleColumn.create("b", 0, 1, 1.5, 2, -4),
                    IntColumn.create("y", 0, 0, 1, 1, 0));

    @Test
    void aTomekLinkIsALineBetweenItsPairAndTheRowThatGoesIsCrossed() {
        var figures = new TomekLinks().trace(rows, "y").picture().figures();

        var before = figures.get(0);
        assertThat(points(before, Shape.CROSS)).containsExactly(List.of(3.0, 1.0));
        assertThat(points(before, Shape.DOT))
                .containsExactlyInAnyOrder(
                        List.of(0.0, 0.0),
                        List.of(3.5, 1.5),
                        List.of(9.0, 2.0),
                        List.of(-4.0, -4.0));
        assertThat(line(before)).startsWith(3, 1, 3.5, 1.5);
        assertThat(before.note()).isEqualTo("× 1 removed, with lines to the reasons");
        assertThat(points(figures.get(1), Shape.DOT)).hasSize(4);
        assertThat(line(figures.get(1))).isEmpty();
    }

    @Test
    void rowsWithoutANumberAreSaidToBeMissing() {
        var some = rows.copy();
        some.doubleColumn("a").setMissing(4);

        var figures = new RandomOverSampler(42).trace(some, "y").picture().figures();

        assertThat(figures.get(0).note())
                .endsWith("; not drawn: 1 row without a finite number in a or b");
        assertThat(figures.get(1).note())
                .endsWith("; not drawn: 1 row without a finite number in a or b");

        // Each picture lacks its own rows: copies have no place either, and what goes is in the
        // first alone.
        var rare = some.copy().append(some.inRange(4, 5)).append(some.inRange(4, 5));
        assertThat(notes(new RandomOverSampler(42).trace(rare, "y")))
                .containsExactly(missing(3), missing(lacking(new RandomOverSampler(42), rare)));
        assertThat(notes(new RandomUnderSampler(42).trace(rare, "y")))
                .containsExactly(missing(3), missing(lacking(new RandomUnderSampler(42), rare)));
    }

    private static List<String> notes(Resampling done) {
        return done.picture().figures().stream()
                .map(figure -> figure.note().replaceAll(".*; not drawn", "not drawn"))
                .toList();
    }

    private static String missing(int rows) {
        return "not drawn: %d %s without a finite number in a or b"
                .formatted(rows, rows == 1 ? "row" : "rows");
    }

    private static int lacking(Sampler sampler, Table table) {
        return sampler.resample(table, "y").doubleColumn("a").countMissing();
    }

    /** SVM-SMOTE goes outwards where a support vector is safe: away from its neighbour. */
    @Test
    void aRowThatWasMadeBeyondItsFirstParentIsToldSo() {
        var cells =
                ModelReference.table("bc_imbalanced")
                        .selectColumns("mean_radius", "mean_texture", "y");
        var done = new SvmSmote(5, 7).trace(cells, "y");
        var at = done.rows().doubleColumn("at");
        long beyond = IntStream.range(0, at.size()).filter(row -> at.getDouble(row) < 0).count();

        assertThat(beyond).isPositive();
        assertThat(done.picture().figures().get(1).note())
                .endsWith(
                        ", on lines between two rows, %d of them beyond the first, away from the second"
                                .formatted(beyond));
    }

    /** A row that was made has no place in the picture of the rows before. */
    @Test
    void rowsThatGoBecauseOfMadeOnesAreCountedAsNoLineShowsThem() {
        var random = new Random(3);
        var table =
                Table.create(
                        "three",
                        DoubleColumn.create("a"),
                        DoubleColumn.create("b"),
                        IntColumn.create("y"));
        for (int i = 0; i < 60; i++) {
            table.doubleColumn(0).append(random.nextGaussian() + i % 5 / 4);
            table.doubleColumn(1).append(random.nextGaussian());
            table.intColumn(2).append(i % 5 / 4);
        }
        var done = new SmoteEnn(5, 42).trace(table, "y");
        var before = done.rows().inRange(0, 60);
        var gone = before.where(before.stringColumn("how").isEqualTo("removed"));
        long made = gone.intColumn("because").asList().stream().filter(row -> row >= 60).count();

        assertThat(made).isPositive();
        assertThat(done.picture().figures().get(0).note())
                .endsWith(
                        ", %d of them because of a made row, which no line shows".formatted(made));
    }

    @Test
    void aMadeRowIsARingOnTheLineBetweenItsParents() {
        var done = new Smote(1, new Strategy("1=3"), 42).trace(rows, "y");

        var after = done.picture().figures().get(1);

        var made = done.table().rows(5);
        assertThat(points(after, Shape.RING))
                .containsExactly(
                        List.of(
                                made.doubleColumn("a").getDouble(0),
                                made.doubleColumn("b").getDouble(0)));
        assertThat(List.of(line(after)[0], line(after)[2])).containsExactlyInAnyOrder(3.5, 9.0);
        assertThat(after.note()).isEqualTo("○ 1 made, on lines between two rows");
        assertThat(after.title()).isEqualTo("after: 6 rows");
    }

    @Test
    void bothSidesHaveTheSameAxesAndColours() {
        var figures = new RandomUnderSampler(42).trace(rows, "y").picture().figures();

        assertThat(figures.get(0).x()).isEqualTo(figures.get(1).x());
        assertThat(figures.get(0).y()).isEqualTo(figures.get(1).y());
        assertThat(figures.get(0).series()).isEqualTo(figures.get(1).series());
        assertThat(figures.get(0).series()).containsExactly("y = 0", "y = 1");
        assertThat(figures.get(0).x().label()).isEqualTo("a");
    }

    @Test
    void manyColumnsAreTurnedIntoTheirFirstTwoPrincipalComponents() {
        var random = new Random(1);
        var table = Table.create("wide");
        var hidden = random.doubles(200).map(value -> 100 * value).toArray();
        for (int j = 0; j < 3; j++) {
            var column = DoubleColumn.create("c" + j);
            for (int i = 0; i < 200; i++) {
                column.append(hidden[i] * Math.pow(10, j) + random.nextGaussian());
            }
            table.addColumns(column);
        }
        table.addColumns(
                DoubleColumn.create("constant", new double[200]),
                IntColumn.create("y", IntStream.range(0, 200).map(i -> i % 5 / 4).toArray()));
        table.doubleColumn("c0").setMissing(7);

        var figure = new RandomUnderSampler(1).trace(table, "y").picture().figures().get(0);

        assertThat(figure.x().label()).isEqualTo("principal component 1 of 4 columns, 100 %");
        assertThat(points(figure, Shape.DOT).size() + points(figure, Shape.CROSS).size())
                .isEqualTo(200);
        assertThat(figure.x().high()).isBetween(2.0, 4.0);
    }

    @ParameterizedTest
    @MethodSource("himalia.sampling.SamplerContractTest#samplers")
    void everySamplerIsSeen(Sampler sampler) {
        for (var name : List.of("imb_2d", "imb_10d")) {
            var done = sampler.trace(ModelReference.table(name), "y");

            var shown = Display.render(done);

            assertThat(shown.text()).startsWith(done.toString() + "\nbefore: ");
            assertThat(shown.data()).containsKey(MimeBundle.PNG);
            for (var figure : done.picture().figures()) {
                assertThat(figure.isEmpty()).isFalse();
            }
        }
    }

    @Test
    void ofManyRowsSomeAreDrawnAndThePictureSaysSo() {
        var table = many(100_000, i -> i % 10 / 9);

        var first = new RandomUnderSampler(1).trace(table, "y").picture().figures().get(0);

        assertThat(points(first, Shape.CROSS)).hasSize(400);
        assertThat(points(first, Shape.DOT)).hasSize(800);
        assertThat(first.note()).isEqualTo("× 80,000 removed; of each kind 400 drawn, by chance");
        assertThat(new RandomUnderSampler(1).trace(table, "y").picture().figures().get(0))
                .isEqualTo(first);
    }

    @Test
    void whatHasNoNumbersIsSaidInALine() {
        var words =
                Table.create(
                        "words",
                        StringColumn.create("city", "Rome", "Bern", "Rome"),
                        IntColumn.create("y", 0, 0, 1));

        assertThat(Display.render(new RandomUnderSampler(42).trace(words, "y")))
                .isEqualTo(
                        MimeBundle.plain(
                                "3 rows → 2: 2 kept, 1 removed\n"
                                        + "no picture: it needs two columns of numbers besides the label 'y', and the table has none"));
    }

    @Test
    void theDarkPictureIsAnother() {
        var picture = new TomekLinks().trace(rows, "y").picture();

        assertThat(picture.dark().png()).isNotEqualTo(picture.png());
        assertThat(picture.svg()).contains("removed");
    }

    private static Table many(int rows, IntUnaryOperator classOf) {
        var random = new Random(3);
        return Table.create(
                "many",
                DoubleColumn.create("a", random.doubles(rows).toArray()),
                DoubleColumn.create("b", random.doubles(rows).toArray()),
                IntColumn.create("y", IntStream.range(0, rows).map(classOf).toArray()));
    }

    private static List<List<Double>> points(Figure figure, Shape shape) {
        return figure.marks().stream()
                .filter(mark -> mark instanceof Mark.Points points && points.shape() == shape)
                .map(Mark.Points.class::cast)
                .flatMap(
                        points ->
                                IntStream.range(0, points.x().size())
                                        .mapToObj(i -> List.of(points.x().at(i), points.y().at(i))))
                .toList();
    }

    /** The ends of the first line: x, y, x, y. */
    private static double[] line(Figure figure) {
        for (var mark : figure.marks()) {
            if (mark instanceof Mark.Line line && line.x().size() > 0) {
                return new double[] {
                    line.x().at(0), line.y().at(0), line.x().at(1), line.y().at(1)
                };
            }
        }
        return new double[0];
    }

    @Test
    void ofManyClassesTheLargestAreDrawn() {
        var table = many(3_000, i -> (int) Math.sqrt(i));

        var done = new RandomOverSampler(1).trace(table, "y");
        var first = done.picture().figures().get(0);

        assertThat(first.series()).hasSize(20);
        assertThat(first.note()).startsWith("none removed; of 55 classes the 20 largest");
        assertThat(points(first, Shape.DOT).size()).isLessThan(4_000);
    }

    @Test
    void theCallersTableMayLoseAColumnBeforeThePictureIsDrawn() {
        var mine = rows.copy();
        var done = new TomekLinks().trace(mine, "y");
        mine.removeColumns("a");

        assertThat(done.picture().figures().get(0).x().label()).isEqualTo("a");
        assertThat(ResamplingWords.rows(1)).isEqualTo("1 row");
    }

    /** Of a category kept as a number a made row holds what its neighbours hold most, which is no place between two rows. */
    @Test
    void aCategoryIsNoAxisWhereThereAreTwoOthers() {
        var random = new Random(7);
        var a =
                DoubleColumn.create(
                        "a", IntStream.range(0, 40).mapToDouble(i -> random.nextDouble()));
        var b =
                DoubleColumn.create(
                        "b", IntStream.range(0, 40).mapToDouble(i -> random.nextDouble()));
        var month = IntColumn.create("month", IntStream.range(0, 40).map(i -> 1 + i % 4).toArray());
        var y = IntColumn.create("y", IntStream.range(0, 40).map(i -> i < 10 ? 1 : 0).toArray());
        var sampler = new Smotenc(List.of("month"), 3, 42);

        var three = sampler.trace(Table.create(a, b, month, y), "y").picture().figures().get(1);
        var two = sampler.trace(Table.create(a, month, y), "y").picture().figures().get(1);

        assertThat(List.of(three.x().label(), three.y().label())).containsExactly("a", "b");
        assertThat(three.note()).isEqualTo("○ 20 made, on lines between two rows");
        assertThat(List.of(two.x().label(), two.y().label())).containsExactly("a", "month");
        assertThat(two.note())
                .isEqualTo(
                        "○ 20 made, on lines between two rows but for month, their neighbours' vote");
    }
}
