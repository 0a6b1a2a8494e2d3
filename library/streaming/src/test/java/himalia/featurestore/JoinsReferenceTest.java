package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.model.Feature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** The join by moments against reference/joins.json, which pandas agrees with: in training, and in serving. */
class JoinsReferenceTest {
    private final Joins joins = Joins.read();
    private final Table rows = joins.featureRows();
    private final Table asking = joins.entityRows();

    static Stream<Joins.Variant> variants() {
        return Joins.variants();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void trainingSeesWhatEachMomentKnew(Joins.Variant variant) {
        try (var store = FeatureStore.inMemory()) {
            var source = FeatureSource.of(rows, "event_time").created("created_time");
            store.apply(Joins.view(source, variant.ttl()));
            var history = store.historicalFeatures(asking, variant.visibility(), "stats:value");
            assertThat(Joins.values(history, "value")).isEqualTo(joins.answers(variant));
            assertThat(history.column("asked").asList()).isEqualTo(asking.column("asked").asList());
        }
    }

    /** Rows arrive when they are written, and each question is asked at its moment. */
    @ParameterizedTest
    @MethodSource("variants")
    void whatIsPushedAnswersPredictionsAsTrainingWillSeeThem(Joins.Variant variant) {
        boolean isReplay = variant.visibility() == Visibility.CREATED_BY_THEN;
        var clock = new SetClock(Joins.START);
        try (var store = FeatureStore.inMemory(clock)) {
            var source =
                    FeatureSource.pushed("event_time", Feature.number("value"))
                            .created("created_time");
            store.apply(Joins.view(source, variant.ttl()));
            // Where corrections of later count, they were there from the start.
            var arrivals = isReplay ? "created_time" : "event_time";
            var answers = new ArrayList<@Nullable Double>(joins.answers(variant));
            var given = new ArrayList<@Nullable Double>(answers);
            int next = 0;
            var arriving = sorted(rows, arrivals);
            for (int row : sorted(asking, "asked")) {
                var at = moment(asking, "asked", row);
                while (next < arriving.size()
                        && !moment(rows, arrivals, arriving.get(next)).isAfter(at)) {
                    clock.set(moment(rows, arrivals, arriving.get(next)));
                    store.push("stats", rows.rows(arriving.get(next++)));
                }
                clock.set(at);
                var answer = store.getOnlineFeatures(asking.rows(row), "stats:value");
                given.set(row, Joins.values(answer, "value").get(0));
            }
            assertThat(given).isEqualTo(answers);
        }
    }

    /** A source has all rows that were ever written, so what had not been written by then cannot be asked of it. */
    static Stream<Joins.Variant> everCreated() {
        return variants().filter(each -> each.visibility() == Visibility.EVER_CREATED);
    }

    @ParameterizedTest
    @MethodSource("everCreated")
    void whatIsMaterializedAnswersPredictionsAsTrainingSeesThem(Joins.Variant variant) {
        var clock = new SetClock(Joins.START);
        try (var store = FeatureStore.inMemory(clock)) {
            var source = FeatureSource.of(rows, "event_time").created("created_time");
            store.apply(Joins.view(source, variant.ttl()));
            var given = new ArrayList<@Nullable Double>(joins.answers(variant));
            for (int row : sorted(asking, "asked")) {
                var at = moment(asking, "asked", row);
                clock.set(at);
                if (row % 2 == 0) {
                    store.materializeIncremental(at);
                } else {
                    store.materialize(Joins.START.minusSeconds(1), at);
                }
                var answer = store.getOnlineFeatures(asking.rows(row), "stats:value");
                given.set(row, Joins.values(answer, "value").get(0));
            }
            assertThat(given).isEqualTo(joins.answers(variant));
        }
    }

    private static List<Integer> sorted(Table table, String column) {
        return IntStream.range(0, table.rowCount())
                .boxed()
                .sorted(Comparator.comparing(row -> moment(table, column, row)))
                .toList();
    }

    private static Instant moment(Table table, String column, int row) {
        return table.instantColumn(column).get(row);
    }
}
