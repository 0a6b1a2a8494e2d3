package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Feature;
import himalia.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.ColumnType;

/** SQL of an on-demand view makes one row of each: what it makes is the same alone and among others. */
class RowSqlTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static FeatureStore store() {
        var store = FeatureStore.inMemory(new SetClock(NOON));
        var source =
                FeatureSource.pushed("event_time", Feature.number("conv"), Feature.number("rate"));
        store.apply(FeatureView.of("p", new Entity("driver", "driver_id"), source));
        for (int driver = 1; driver < 4; driver++) {
            store.push(
                    "p",
                    List.of(
                            Map.of(
                                    "driver_id",
                                    driver,
                                    "event_time",
                                    NOON,
                                    "conv",
                                    driver * 1.5,
                                    "rate",
                                    0.5)));
        }
        return store;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    conv / max(conv) over () as share            | max over (…)
                    lag(conv) over () as share                   | lag over (…)
                    row_number() over () as share                | over (…)
                    conv - (select avg(conv) from inputs) as c   | a query of inputs
                    sum(conv) as c                               | no aggregate
                    unnest([conv, conv]) as c                    | unnest
                    random() as c                                | random, which is another value each time
                    uuid() as c                                  | uuid
                    now() as c                                   | now, which
                    current_timestamp as c                       | current_timestamp
                    current_date as c                            | current_date
                    current_localtimestamp() as c                | current_localtimestamp
                    age(timestamp '2020-01-01') as c             | age
                    conv as c from inputs order by conv desc --  | syntax error
                    distinct conv as c                           | no where, order, limit or distinct
                    """)
    void whatIsNotOfOneRowIsRefused(String sql, String words) {
        try (var store = store()) {
            assertThatThrownBy(() -> store.apply(OnDemandView.sql("v", sql, "p:conv")))
                    .hasMessageStartingWith("on-demand view 'v': ")
                    .hasMessageContaining(words);
            assertThat(store.features().rowCount()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    conv * 2 as c
                    list_max([conv, rate]) as c
                    (select max(x) from unnest([conv, rate]) t(x)) as c
                    case when conv < 0 then error('none') else conv end as c
                    conv as c -- as it is
                    age(timestamp '2020-01-02', timestamp '2020-01-01')::varchar as c
                    """)
    void aRowAloneHasTheValueThatItHasAmongOthers(String sql) {
        try (var store = store()) {
            store.apply(OnDemandView.sql("v", sql, "p:conv", "p:rate"));
            var all =
                    store.getOnlineFeatures(
                            List.of(
                                    Map.of("driver_id", 1),
                                    Map.of("driver_id", 2),
                                    Map.of("driver_id", 3)),
                            "v:c");
            for (int driver = 1; driver < 4; driver++) {
                var alone = store.getOnlineFeatures(List.of(Map.of("driver_id", driver)), "v:c");
                assertThat(alone.column("c").get(0)).isEqualTo(all.column("c").get(driver - 1));
            }
        }
    }

    record Read(double conv) {}

    record Made(double twice) {}

    @ParameterizedTest
    @CsvSource({"1, 1", "9, 2"})
    void aFunctionThatGivesNothingOfARowHasMissingNumbersThere(double above, int missing) {
        var view =
                OnDemandView.of(
                        "v",
                        Read.class,
                        Made.class,
                        read -> read.conv() > above ? new Made(2 * read.conv()) : null,
                        "p:conv");
        var made = view.compute(Tables.of(List.of(Map.of("conv", 0.5), Map.of("conv", 1.5))));
        assertThat(made.column("twice").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(made.column("twice").countMissing()).isEqualTo(missing);
    }

    @Test
    void sqlThatNobodyAppliedHereIsCheckedWhenItIsAsked() {
        var view = OnDemandView.sql("v", "max(conv) over () as c", "p:conv");
        var rows = Tables.of(List.of(Map.of("conv", 0.5)));
        assertThatThrownBy(() -> view.compute(rows)).hasMessageContaining("max over (…)");
    }
}
