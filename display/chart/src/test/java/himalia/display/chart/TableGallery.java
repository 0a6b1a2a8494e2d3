package himalia.display.chart;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** One example of every chart from a table, for tests and for people's eyes. */
final class TableGallery {
    private static final List<String> CITIES = List.of("Bergen", "Palermo", "Reykjavík");
    private static final List<String> SKY = List.of("sun", "cloud", "rain");

    private TableGallery() {}

    /** A day of weather. */
    record Day(LocalDate date, String city, String sky, double temp, double rain) {}

    /** A reading of a sensor. */
    record Reading(LocalDateTime time, double load) {}

    /** A body and its weight, over many orders. */
    record Animal(String kind, double body, double brain) {}

    static Map<String, Chart> all() {
        var days = days();
        var charts = new LinkedHashMap<String, Chart>();
        charts.put("line", Charts.line(days).x("date").y("temp").by("city").title("Temperature"));
        charts.put(
                "line-months",
                Charts.line(days)
                        .x("date", ChronoUnit.MONTHS)
                        .y("temp")
                        .spread()
                        .by("city")
                        .title("Mean temperature by month")
                        .vertical(LocalDate.of(2024, 6, 20), "solstice")
                        .threshold(0, "frost")
                        .annotate(LocalDate.of(2024, 1, 1), 10, "new year"));
        charts.put("hours", Charts.line(readings(60 * 30)).x("time").y("load"));
        charts.put("minutes", Charts.line(readings(90)).x("time").y("load").dark());
        charts.put(
                "scatter",
                Charts.scatter(days).x("temp").y("rain").by("sky").title("Rain by temperature"));
        charts.put(
                "trend",
                Charts.scatter(animals())
                        .x("body")
                        .y("brain")
                        .by("kind")
                        .trend()
                        .title("Brain by body"));
        charts.put(
                "log",
                Charts.scatter(animals())
                        .x("body")
                        .y("brain")
                        .logX()
                        .logY()
                        .title("Both axes log"));
        charts.put("histogram", Charts.histogram(days).x("temp").bins(30));
        charts.put(
                "histogram-log",
                Charts.histogram(days).x("rain").binWidth(1).logY().title("Rain, log"));
        charts.put("histograms", Charts.histogram(days).x("temp").by("city").title("Outlines"));
        charts.put(
                "histogram-stacked",
                Charts.histogram(days).x("temp").by("city").stacked().title("On top").dark());
        charts.put(
                "histogram-times", Charts.histogram(days).x("date").bins(12).by("sky").stacked());
        charts.put("density", Charts.density(days).x("temp").by("city").title("Density"));
        charts.put("box", Charts.box(days).x("city").y("temp"));
        charts.put("box-by", Charts.box(days).x("city").y("temp").by("sky").title("Boxes by sky"));
        charts.put("bar-count", Charts.bar(days).x("sky").title("Days"));
        charts.put(
                "bar-by",
                Charts.bar(days).x("sky").y("temp").mean().by("city").title("Mean temperature"));
        charts.put(
                "bar-stacked",
                Charts.bar(days)
                        .x("date", ChronoUnit.MONTHS)
                        .by("sky")
                        .stacked()
                        .title("Days of each month"));
        charts.put(
                "bar-shares", Charts.bar(days).x("city").by("sky").shares().flat().title("Shares"));
        charts.put(
                "bar-top",
                Charts.bar(words(1000)).x("word").top(8).flat().title("Most frequent words"));
        charts.put(
                "heat",
                Charts.heatMap(days)
                        .x("date", ChronoUnit.MONTHS)
                        .y("city")
                        .value("temp")
                        .mean()
                        .title("Mean temperature"));
        charts.put(
                "area",
                Charts.area(days)
                        .x("date", ChronoUnit.MONTHS)
                        .y("rain")
                        .sum()
                        .by("city")
                        .title("Rain on top of each other"));
        charts.put(
                "area-overlaid",
                Charts.area(days)
                        .x("date", ChronoUnit.MONTHS)
                        .y("rain")
                        .sum()
                        .by("city")
                        .overlaid()
                        .title("Rain, overlaid"));
        charts.put("two-columns", Charts.line(days.subList(0, 60)).x("date").y("temp").y("rain"));
        charts.put("names", Charts.line(days).x("sky").y("temp").mean().by("city"));
        return charts;
    }

    static Map<String, Panels> panels() {
        var days = days();
        return Map.of(
                "facet-line", Charts.line(days).x("date").y("temp").facet("city"),
                "facet-scatter",
                        Charts.scatter(days)
                                .x("temp")
                                .y("rain")
                                .by("sky")
                                .title("Rain in each city")
                                .facet("city"),
                "facet-bar",
                        Charts.bar(days).x("city").y("rain").sum().by("city").facet("sky").dark());
    }

    static List<Day> days() {
        var chance = new Random(3);
        var days = new ArrayList<Day>();
        for (int city = 0; city < CITIES.size(); city++) {
            for (int day = 0; day < 730; day++) {
                var warm = -Math.cos(2 * Math.PI * (day - 20) / 365.0);
                var temp =
                        new double[] {8, 19, 5}[city]
                                + warm * new double[] {8, 7, 5}[city]
                                + chance.nextGaussian() * 3;
                var rain = Math.max(0, chance.nextGaussian() * 5 + 2 - temp / 10);
                var sky = SKY.get(rain > 3 ? 2 : rain > 0 ? 1 : 0);
                days.add(
                        new Day(
                                LocalDate.of(2023, 1, 1).plusDays(day),
                                CITIES.get(city),
                                sky,
                                temp,
                                rain));
            }
        }
        return days;
    }

    private static List<Reading> readings(int minutes) {
        var chance = new Random(5);
        return IntStream.range(0, minutes)
                .mapToObj(
                        minute ->
                                new Reading(
                                        LocalDateTime.of(2024, 3, 30, 16, 12).plusMinutes(minute),
                                        Math.sin(minute / 100.0) + chance.nextGaussian() * 0.1))
                .toList();
    }

    private static List<Animal> animals() {
        var chance = new Random(9);
        return IntStream.range(0, 80)
                .mapToObj(
                        i -> {
                            var body = Math.pow(10, chance.nextDouble() * 3);
                            var brain =
                                    2
                                            * body
                                            * (i % 2 == 0 ? 1 : 0.5)
                                            * Math.exp(chance.nextGaussian() * 0.3);
                            return new Animal(i % 2 == 0 ? "mammal" : "bird", body, brain);
                        })
                .toList();
    }

    private static List<Map<String, String>> words(int count) {
        var chance = new Random(11);
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                Map.of(
                                        "word",
                                        "word number "
                                                + (int) Math.abs(chance.nextGaussian() * 100)))
                .toList();
    }
}
