package himalia.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The tables of pandas_cases.json, and what pandas made of them; the script beside it wrote both. */
class PandasTest {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private static final Map<String, Function<String, Aggregate>> FUNCTIONS =
            Map.ofEntries(
                    Map.entry("count", Aggregate::count),
                    Map.entry("sum", Aggregate::sum),
                    Map.entry("mean", Aggregate::mean),
                    Map.entry("median", Aggregate::median),
                    Map.entry("std", Aggregate::std),
                    Map.entry("var", Aggregate::var),
                    Map.entry("min", Aggregate::min),
                    Map.entry("max", Aggregate::max),
                    Map.entry("first", Aggregate::first),
                    Map.entry("last", Aggregate::last),
                    Map.entry("nunique", Aggregate::nunique));

    @TestFactory
    Stream<DynamicTest> whatPandasAnswers() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        try (var stream = PandasTest.class.getResourceAsStream("pandas_cases.json")) {
            var cases = JsonParser.parseReader(new InputStreamReader(stream, UTF_8));
            for (var each : cases.getAsJsonArray()) {
                var table = table(each.getAsJsonObject().getAsJsonObject("columns"));
                each.getAsJsonObject()
                        .getAsJsonObject("answers")
                        .asMap()
                        .forEach(
                                (name, wanted) ->
                                        tests.add(
                                                DynamicTest.dynamicTest(
                                                        name + " of " + table.rowCount() + " rows",
                                                        () ->
                                                                compare(
                                                                        answer(table, name),
                                                                        wanted,
                                                                        name))));
            }
        }
        assertThat(tests).hasSizeGreaterThan(200);
        return tests.stream();
    }

    private static Object answer(Table table, String question) {
        var words = question.split(" ");
        var fares = table.doubleColumn("fare");
        var ages = table.numberColumn("age");
        return switch (words[0]) {
            case "group" -> GroupBy.of(table, "city").agg(FUNCTIONS.get(words[2]).apply(words[1]));
            case "size" -> GroupBy.of(table, "city").size();
            case "two" -> GroupBy.of(table, "city", "plan").agg(Aggregate.sum("fare"));
            case "transform" ->
                    GroupBy.of(table, "city")
                            .transform(Aggregate.mean("fare").as("mean"))
                            .column("mean");
            case "head" -> GroupBy.of(table, "city").head(2);
            case "pivot" ->
                    Pivot.table(
                            Tables.dropMissing(table, "city", "plan"),
                            "city",
                            "plan",
                            Aggregate.mean("fare"));
            case "crosstab" ->
                    Pivot.table(
                            Tables.dropMissing(table, "city", "plan"),
                            "city",
                            "plan",
                            Aggregate.count());
            case "melt" -> Pivot.melt(table, List.of("city"), "age", "fare");
            case "resample" ->
                    Resample.of(table, "day", ChronoUnit.valueOf(words[1]))
                            .agg(
                                    Aggregate.sum("fare").as("total"),
                                    Aggregate.mean("fare"),
                                    Aggregate.count().as("n"));
            case "moments" -> Resample.of(table, "at", ChronoUnit.valueOf(words[1])).size();
            case "lengths" ->
                    Resample.of(table, "at", Duration.ofHours(Long.parseLong(words[1]))).size();
            case "sort" -> Tables.sort(table, "-age", "city");
            case "quarters" -> Resample.of(table, "at", Duration.ofMinutes(45)).size();
            case "quantile" ->
                    words.length == 1
                            ? GroupBy.of(table, "city").agg(Aggregate.quantile("fare", 0.3))
                            : Columns.quantile(fares, Double.parseDouble(words[1]));
            case "cut" ->
                    intervals(
                            Columns.cut(ages, -6, 0, 18, 30.5, 60),
                            List.of("(-6, 0]", "(0, 18]", "(18, 30.5]", "(30.5, 60]"));
            case "qcut" -> intervals(Columns.qcut(fares, 4), quarters(fares));
            case "rank" -> Columns.rank(ages);
            case "ffill" -> Columns.ffill(table.column("city"));
            case "bfill" -> Columns.bfill(table.column("age"));
            case "rolling" -> Columns.rolling(fares, 3, FUNCTIONS.get(words[1]).apply("fare"));
            case "corr" -> Columns.corr(numbers(table));
            case "spearman" -> Columns.spearman(numbers(table));
            case "shift" -> fares.lag(1);
            case "diff" -> fares.difference();
            case "cumsum" -> Columns.cumsum(fares);
            case "pct_change" -> fares.pctChange();
            default -> throw new AssertionError(question);
        };
    }

    private static Table numbers(Table table) {
        var age = table.numberColumn("age");
        return Table.create(
                age.asDoubleColumn().setName("age"),
                table.doubleColumn("fare"),
                age.multiply(2).subtract(table.doubleColumn("fare")).setName("both"));
    }

    /** The places of intervals in their order: pandas names them otherwise. */
    private static List<Integer> intervals(StringColumn column, List<String> names) {
        var places = new ArrayList<Integer>();
        for (int row = 0; row < column.size(); row++) {
            int place = names.indexOf(column.get(row));
            assertThat(place >= 0).isEqualTo(!column.isMissing(row));
            places.add(place < 0 ? null : place);
        }
        return places;
    }

    private static List<String> quarters(NumericColumn<?> column) {
        var names = new TreeSet<>(Map.Entry.<Double, String>comparingByKey());
        for (var name : new TreeSet<>(Columns.qcut(column, 4).removeMissing().asList())) {
            names.add(Map.entry(Double.parseDouble(name.substring(1, name.indexOf(','))), name));
        }
        return names.stream().map(Map.Entry::getValue).toList();
    }

    private static Table table(JsonObject columns) {
        var names = List.copyOf(columns.keySet());
        var rows = new ArrayList<List<Object>>();
        int count = columns.getAsJsonObject("day").getAsJsonArray("values").size();
        for (int row = 0; row < count; row++) {
            var cells = new ArrayList<Object>();
            for (var name : names) {
                var column = columns.getAsJsonObject(name);
                cells.add(
                        cell(
                                column.get("kind").getAsString(),
                                column.getAsJsonArray("values").get(row)));
            }
            rows.add(cells);
        }
        return Tables.of(rows, names.toArray(String[]::new));
    }

    private static Object cell(String kind, JsonElement value) {
        if (value.isJsonNull()) {
            return null;
        }
        return switch (kind) {
            case "text" -> value.getAsString();
            case "whole" -> value.getAsInt();
            case "number" -> value.getAsDouble();
            case "date" -> LocalDate.parse(value.getAsString());
            default -> LocalDateTime.parse(value.getAsString());
        };
    }

    private static void compare(Object found, JsonElement wanted, String question) {
        if (found instanceof Table table) {
            var rows = new ArrayList<List<Object>>();
            for (Row row : table) {
                var cells = new ArrayList<Object>();
                table.columns().forEach(column -> cells.add(value(column, row.getRowNumber())));
                rows.add(cells);
            }
            found = rows;
        } else if (found instanceof Column<?> column) {
            var cells = new ArrayList<Object>();
            for (int row = 0; row < column.size(); row++) {
                cells.add(value(column, row));
            }
            found = cells;
        }
        same(found, wanted, question);
    }

    private static Object value(Column<?> column, int row) {
        return Tables.isMissing(column, row) ? null : column.get(row);
    }

    private static void same(Object found, JsonElement wanted, String where) {
        if (wanted instanceof JsonArray list) {
            assertThat((List<?>) found).as(where).hasSize(list.size());
            for (int each = 0; each < list.size(); each++) {
                same(((List<?>) found).get(each), list.get(each), where + " " + each);
            }
        } else if (wanted.isJsonNull()) {
            assertThat(found).as(where).isNull();
        } else if (wanted.getAsJsonPrimitive().isNumber()) {
            double number = wanted.getAsDouble();
            assertThat(found).as(where).isInstanceOf(Number.class);
            assertThat(((Number) found).doubleValue())
                    .as(where)
                    .isCloseTo(number, within(1e-10 * Math.max(1, Math.abs(number))));
        } else {
            assertThat(text(found)).as(where).isEqualTo(wanted.getAsString());
        }
    }

    private static String text(Object value) {
        if (value instanceof LocalDate date) {
            return SECONDS.format(date.atStartOfDay());
        }
        return value instanceof LocalDateTime time ? SECONDS.format(time) : String.valueOf(value);
    }
}
