package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Feature;
import himalia.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a store says of what was applied to it. */
class DefinitionWordsTest {
    private static FeatureStore store() {
        var trips = new Feature("trips", Feature.Type.WHOLE_NUMBER, List.of(), List.of());
        return FeatureStore.inMemory()
                .apply(
                        FeatureView.of(
                                "stats",
                                new Entity("driver", "driver_id"),
                                FeatureSource.pushed("event_time", Feature.number("rate"), trips)));
    }

    @Test
    void theFeaturesOfSqlAreListedByTheirNames() {
        try (var store = store()) {
            store.apply(
                    OnDemandView.sql("score", "rate * km as score, rate as plain", "stats:rate"));
            assertThat(store.features().stringColumn("feature").asList())
                    .containsExactly("stats:rate", "stats:trips", "score:score", "score:plain");
        }
    }

    @Test
    void whatIsComputedOnDemandHasNoRows() {
        try (var store = store()) {
            store.apply(OnDemandView.sql("score", "rate * 2 as score", "stats:rate"));
            var rows = Tables.of(List.of(Map.of("driver_id", 1, "event_timestamp", Instant.EPOCH)));
            assertThatThrownBy(() -> store.timeline(rows, "score:score"))
                    .hasMessage(
                            "'score' is an on-demand view: it is computed when it is asked for, and has no rows of its own; those that it reads are of stats:rate");
            assertThatThrownBy(() -> store.push("score", rows))
                    .hasMessageContaining("'score' is an on-demand view");
        }
    }

    @Test
    void aWholeNumberThatIsTooLargeIsToldHowLargeOnesAre() {
        try (var store = store()) {
            var row =
                    Map.of(
                            "driver_id",
                            1,
                            "event_time",
                            Instant.EPOCH,
                            "rate",
                            0.5,
                            "trips",
                            9_999_999_999L);
            assertThatThrownBy(() -> store.push("stats", List.of(row)))
                    .hasMessageEndingWith(
                            "'trips' is 9999999999, and the feature holds whole numbers to 2147483647 (WHOLE_NUMBER; LONG_NUMBER goes further)");
        }
    }
}
