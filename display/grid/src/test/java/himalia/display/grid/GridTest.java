package himalia.display.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final GridSource PEOPLE =
            new Rows(
                    "people",
                    List.of("name", "age", "height", "born", "note"),
                    List.of("String", "int", "double", "LocalDate", "String?"),
                    RowCount.of(6),
                    table(
                            row("Ann", 34, 1.7, LocalDate.of(1992, 1, 31), "costs $5 and $6"),
                            row("<script>alert('x')</script>", 7, 1.255, null, ""),
                            row("王秀英", 123, 0.5, LocalDate.of(1903, 7, 1), "null"),
                            row("מרים", 0, Double.NaN, LocalDate.EPOCH, "line one\nline two"),
                            row("👩‍👩‍👧 & \"Q\"", -1, -0.0, LocalDate.EPOCH, null),
                            row(
                                    "x".repeat(80),
                                    Integer.MAX_VALUE,
                                    Double.POSITIVE_INFINITY,
                                    null,
                                    " padded ")));

    @Test
    void everyKindOfValueIsTellableInText() {
        Golden.check("people.txt", Grid.of(PEOPLE).text());
    }

    @Test
    void everyKindOfValueIsTellableInHtml() {
        Golden.check("people.html", Grid.of(PEOPLE).html());
    }

    @Test
    void aLongAndWideGridIsCutInTheMiddleAndTellsItsWholeSize() {
        var grid = Grid.of(numbers(10_000_000, 30));
        Golden.check("large.txt", grid.text());
        Golden.check("large.html", grid.html());
    }

    @Test
    void aGridOfUnknownLengthShowsItsHeadAndSaysThatMoreMayFollow() {
        var grid =
                Grid.of(
                        new Rows(
                                "",
                                List.of("n"),
                                List.of("int"),
                                RowCount.moreThan(1000),
                                (r, c) -> r));
        Golden.check("unknown.txt", grid.with(GridOptions.DEFAULT.rows(3)).text());
        Golden.check("unknown.html", grid.with(GridOptions.DEFAULT.rows(3)).html());
    }

    @Test
    void emptyGridsSayWhatTheyAre() {
        var noRows =
                Grid.of(
                        new Rows(
                                "t",
                                List.of("a", "b"),
                                List.of("int", ""),
                                RowCount.of(0),
                                (r, c) -> r));
        var noColumns = Grid.of(new Rows("t", List.of(), List.of(), RowCount.of(3), (r, c) -> r));
        Golden.check("empty.txt", noRows.text() + "\n----\n" + noColumns.text());
        Golden.check("empty.html", noRows.html() + "\n----\n" + noColumns.html());
    }

    @Test
    void theNumbersOfAColumnShareTheirDecimals() {
        assertThat(column(1.0, 2.5, 3.125)).containsExactly("1.000", "2.500", "3.125");
        assertThat(column(1.0, 2.0)).containsExactly("1.0", "2.0");
        assertThat(column(1.0 / 3, 2.0 / 3)).containsExactly("0.333333", "0.666667");
        assertThat(column(12345.678, 0.1)).containsExactly("12345.68", "0.10");
        assertThat(column(0.1f, 0.25f)).containsExactly("0.10", "0.25");
        assertThat(column(0.5, 1.25e-9)).containsExactly("0.5", "1.25e-9");
        assertThat(column(Double.MAX_VALUE, Double.MIN_VALUE))
                .containsExactly("1.79769e308", "4.94066e-324");
        assertThat(column(Double.NaN, -0.0, Double.NEGATIVE_INFINITY))
                .containsExactly("NaN", "-0.0", "-∞");
        assertThat(column(1, 2_000_000_000_000L)).containsExactly("1", "2000000000000");
    }

    @Test
    void theDigitsOfADecimalAreItsOwn() {
        assertThat(column(new BigDecimal("1.10"), new BigDecimal("2.00"), new BigDecimal("3")))
                .containsExactly("1.10", "2.00", "3");
        assertThat(column(new BigDecimal("1.10"), 2.5, 3.0)).containsExactly("1.10", "2.5", "3.0");
        assertThat(column(new BigDecimal("0.123456789"), new BigDecimal("1.50E+3")))
                .containsExactly("0.123456789", "1500");
        assertThat(column(new BigDecimal("1.25E-9"), new BigDecimal("1.25E+40")))
                .containsExactly("1.25E-9", "1.25E+40");
        var source =
                new Rows(
                        "",
                        List.of("x"),
                        List.of(""),
                        RowCount.of(1),
                        (r, c) -> new BigDecimal("1.125"));
        assertThat(Grid.of(source).with(GridOptions.DEFAULT.precision(1)).text())
                .contains(" 1.1\n");
    }

    @Test
    void roundLargeNumbersHaveAnExponentAndTheSameDigits() {
        assertThat(column(1e9, 2.5e9)).containsExactly("1.0e9", "2.5e9");
        assertThat(column(1e9, 1.25e10, 3.5)).containsExactly("1.00e9", "1.25e10", "3.5");
        assertThat(column(1.5e12, 3.0)).containsExactly("1.5e12", "3.0");
        assertThat(column(1e8, 2e8)).containsExactly("100000000.0", "200000000.0");
    }

    @Test
    void largeNumbersWhoseDigitsMatterAreWrittenOut() {
        assertThat(column(1_700_000_000_123.0, 1_600_000_000_000.0))
                .containsExactly("1700000000123.0", "1600000000000.0");
        assertThat(column(new BigDecimal("1234567890.10"), new BigDecimal("2.25")))
                .containsExactly("1234567890.10", "2.25");
        assertThat(column(new BigDecimal("12345678901234567890.12")))
                .containsExactly("12345678901234567890.12");
        assertThat(column(1_700_000_000.25, 1_700_000_001.5))
                .containsExactly("1700000000.25", "1700000001.50");
        assertThat(column(1_234_567_890.0, 1_234_567_891.5, 12.25))
                .containsExactly("1234567890.00", "1234567891.50", "12.25");
    }

    @Test
    void noNumberBesideAMuchLargerOneLooksLikeNothing() {
        assertThat(column(1000.0, 0.002)).containsExactly("1000.000", "0.002");
        assertThat(column(1e-5, 100.0)).containsExactly("0.00001", "100.00000");
        assertThat(column(123_456.789, 0.00123)).containsExactly("123456.7890", "0.0012");
        assertThat(column(156.158, 0.5, 0.0)).containsExactly("156.158", "0.500", "0.000");
    }

    @Test
    void aPrecisionIsObeyed() {
        var source =
                new Rows("", List.of("x"), List.of("double"), RowCount.of(1), (r, c) -> Math.PI);
        assertThat(Grid.of(source).with(GridOptions.DEFAULT.precision(2)).text())
                .contains("3.14\n");
    }

    @Test
    void whatHoldsItselfHasAnEnd() {
        var map = new java.util.HashMap<String, Object>();
        map.put("me", map);
        assertThat(CellText.text(map)).isEqualTo("{me={me={me={me={me=…}}}}}");
    }

    @Test
    void nestedValuesAreShownByShapeAndFirstElements() {
        assertThat(CellText.text(new float[3][224][224]))
                .isEqualTo("[3×224×224 float] 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, …");
        assertThat(CellText.text(new int[] {1, 2, 3})).isEqualTo("[3 int] 1, 2, 3");
        assertThat(CellText.text(new byte[2048])).isEqualTo("2,048 bytes");
        assertThat(CellText.text(Collections.nCopies(1_000_000, "a")))
                .isEqualTo("[a, a, a, a, a, a, … 1000000 in all]");
        assertThat(CellText.text(new int[0][0])).isEqualTo("[0×? int]");
    }

    @Test
    void whateverTheDataBothFormsStayBelow100Kilobytes() {
        var nasty = "\"<&'👩‍👩‍👧王".repeat(100_000);
        var wide =
                new Rows(
                        nasty,
                        Collections.nCopies(10_000, nasty),
                        Collections.nCopies(10_000, nasty),
                        RowCount.of(1_000_000),
                        (r, c) -> nasty);
        var everything =
                new GridOptions(Integer.MAX_VALUE, Integer.MAX_VALUE, 3, 100_000, Map.of());
        for (var options : List.of(GridOptions.DEFAULT, everything)) {
            var grid = new Grid(wide, options);
            assertThat(grid.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
            assertThat(grid.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
            assertThat(grid.text()).endsWith("shown)").contains("1,000,000 rows × 10,000 columns");
        }
    }

    @Test
    void howManyCellsAreReadDoesNotDependOnHowManyThereAre() {
        assertThat(cellsRead(1_000, 1_000, GridOptions.DEFAULT)).isEqualTo(20 * 20);
        assertThat(cellsRead(Long.MAX_VALUE, 1_000_000, GridOptions.DEFAULT)).isEqualTo(20 * 20);
        var everything =
                new GridOptions(Integer.MAX_VALUE, Integer.MAX_VALUE, 3, 100_000, Map.of());
        assertThat(cellsRead(Long.MAX_VALUE, 1_000_000, everything)).isLessThan(200_000);
    }

    /** Shows a grid as HTML and as text, and returns how often a cell was asked for. */
    private static long cellsRead(long rows, int columns, GridOptions options) {
        var read = new AtomicLong();
        var counting =
                new GridSource() {
                    @Override
                    public String name() {
                        return "";
                    }

                    @Override
                    public RowCount rows() {
                        return RowCount.of(rows);
                    }

                    @Override
                    public int columns() {
                        return columns;
                    }

                    @Override
                    public String columnName(int column) {
                        return "c" + column;
                    }

                    @Override
                    public String typeName(int column) {
                        return "long";
                    }

                    @Override
                    public @Nullable Object cell(long row, int column) {
                        read.incrementAndGet();
                        return row;
                    }
                };
        assertThat(new Grid(counting, options).bundle().text()).contains(" shown)");
        return read.get();
    }

    @Test
    void noLineOfTextIsWiderThanAHundredColumns() {
        assertThat(Grid.of(numbers(50, 10_000)).text().lines())
                .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(TextGrid.LINE));
    }

    @Test
    void anOptionOutOfRangeIsRefusedWithItsValue() {
        assertThatThrownBy(() -> GridOptions.DEFAULT.rows(0))
                .hasMessage("rows must be at least 1, got 0");
    }

    @Test
    void hiddenAndReorderingCharactersAreMadeVisible() {
        assertThat(CellText.of("a\u202eb\u0007\t\r\n\ud800", 50).text())
                .isEqualTo("a\\u202eb␇⇥⏎\\ud800");
    }

    private static List<String> column(Object... values) {
        var source =
                new Rows(
                        "",
                        List.of("x"),
                        List.of(""),
                        RowCount.of(values.length),
                        (r, c) -> values[r]);
        return Cut.of(source, GridOptions.DEFAULT).columns().get(0).cells().stream()
                .map(GridCell::text)
                .toList();
    }

    private static GridSource numbers(int rows, int columns) {
        return new Rows(
                "numbers",
                IntStream.range(0, columns).mapToObj(i -> "column " + i).toList(),
                Collections.nCopies(columns, "double"),
                RowCount.of(rows),
                (r, c) -> r / 4.0 + c);
    }

    private static @Nullable Object[] row(@Nullable Object... cells) {
        return cells;
    }

    private static java.util.function.BiFunction<Integer, Integer, @Nullable Object> table(
            @Nullable Object[]... rows) {
        return (row, column) -> rows[row][column];
    }

    record Point(int x, double y) {}

    @Test
    void listsOfRecordsAndOfMapsAndMatricesAreTables() {
        var lists = new ListRenderer();
        var map = new LinkedHashMap<String, Object>();
        map.put("a", 1);
        map.put("b", null);
        Golden.check(
                "lists.txt",
                String.join(
                        "\n----\n",
                        lists.render(List.of(new Point(1, 2.5), new Point(3, 4))).text(),
                        lists.render(List.of(map, java.util.Map.of("a", 2, "b", "x"))).text(),
                        lists.render(Arrays.asList(1, null, "x")).text(),
                        lists.render(List.of()).text(),
                        new ArrayRenderer().render(new double[][] {{1, 2.25}, {3}}).text(),
                        new ArrayRenderer().render(new String[] {"a", "b"}).text(),
                        new MapRenderer().render(map).text()));
    }

    @Test
    void anEmptyMapIsShownAsSuch() {
        assertThat(new MapRenderer().render(java.util.Map.of()).text()).isEqualTo("{}");
    }

    @Test
    void aListOfMapsWithAHoleIsATableAndCollectionsInItAreCalledByTheirNames() {
        var rows =
                Arrays.asList(
                        java.util.Map.of("a", 1), null, java.util.Map.of("a", 2, "b", List.of(3)));
        assertThat(new ListRenderer().render(rows).text())
                .isEqualTo(
                        """
                              a  b
                            int  List?
                        0     1
                        1  null  null
                        2     2  [3]
                        3 rows × 2 columns""");
    }

    @Test
    void fewerDecimalsThanNoneAreRefused() {
        assertThatThrownBy(() -> GridOptions.DEFAULT.precision(-1))
                .hasMessage("precision must be at least 0, got -1");
    }

    @Test
    void aLongMapIsAsLongAsItIs() {
        var map = new java.util.TreeMap<Integer, Integer>();
        for (int i = 0; i < 30; i++) {
            map.put(i, i);
        }

        assertThat(new MapRenderer().render(map).text())
                .contains("30 rows × 1 column (20 × 1 shown)")
                .doesNotContain("more than");
    }
}
