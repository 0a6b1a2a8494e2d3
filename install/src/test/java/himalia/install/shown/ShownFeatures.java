package himalia.install.shown;

import himalia.featurestore.Entity;
import himalia.featurestore.EntityTimeline;
import himalia.featurestore.FeatureEndpoint;
import himalia.featurestore.FeatureServer;
import himalia.featurestore.FeatureSource;
import himalia.featurestore.FeatureStore;
import himalia.featurestore.FeatureView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a feature store shows. */
record ShownFeatures(EntityTimeline timeline, FeatureEndpoint endpoint) {
    /** Names the key and the feature as given; texts are values too. */
    static ShownFeatures named(String key, String feature) {
        var start = Instant.parse("2026-01-31T08:00:00Z");
        var rows =
                Table.create(
                        "rows",
                        StringColumn.create("id", key, key, key),
                        InstantColumn.create(
                                "t", start, start.plusSeconds(3600), start.plusSeconds(10_800)),
                        DoubleColumn.create(feature, 0.5, 0.75, 0.25));
        var store =
                FeatureStore.inMemory()
                        .apply(
                                FeatureView.of(
                                                "stats",
                                                new Entity("driver", "id"),
                                                FeatureSource.of(rows, "t"))
                                        .ttl(Duration.ofHours(1)));
        var asking =
                Table.create(
                        "asking",
                        StringColumn.create("id", key, key, key),
                        InstantColumn.create(
                                "t",
                                start.plusSeconds(1800),
                                start.plusSeconds(9000),
                                start.plusSeconds(10_800)));
        var timeline = store.timeline(asking, "stats:" + feature);
        return new ShownFeatures(timeline, FeatureServer.start(store, 0));
    }

    static EntityTimeline ofTexts(String text) {
        var event = new EntityTimeline.Event(Instant.EPOCH, Instant.MAX, text);
        var prediction = new EntityTimeline.Prediction(Instant.EPOCH, text, Duration.ofDays(400));
        return new EntityTimeline(text, text, List.of(event), List.of(prediction));
    }
}
