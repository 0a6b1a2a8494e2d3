package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.Tables;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams beside a table that stands. */
@Timeout(120)
class LookupTest {
    public record Rated(String key, double value, double factor) {}

    public record Factor(String name, double factor) {}

    private static final List<Factor> FACTORS = List.of(new Factor("u1", 2), new Factor("u3", 0.5));

    @Test
    void eachEventMeetsTheRowOfItsKeyAndTheOthersAreOnTheSide() throws Exception {
        var events = Streams.replay(Joins.events()).stream();
        var joined =
                Lookup.of(Tables.of(FACTORS), Factor.class, Factor::name)
                        .join(
                                events,
                                Joins.Event::key,
                                (event, row) ->
                                        new Rated(event.key(), event.value(), row.factor()));
        var factors = new TreeMap<String, Double>();
        FACTORS.forEach(each -> factors.put(each.name(), each.factor()));
        var wanted =
                Joins.events().stream()
                        .filter(event -> factors.containsKey(event.key()))
                        .map(e -> new Rated(e.key(), e.value(), factors.get(e.key())))
                        .toList();
        assertThat(Streams.collect(joined.rows())).isEqualTo(wanted);
        assertThat(Streams.collect(joined.unmatched()))
                .isEqualTo(Joins.events().stream().filter(e -> e.key().equals("u2")).toList());
    }

    @Test
    void aKeyThatTwoRowsHaveIsRefusedWithBoth() {
        var table = Tables.of(List.of(FACTORS.get(0), FACTORS.get(1), new Factor("u1", 3)));
        assertThatThrownBy(() -> Lookup.of(table, Factor.class, Factor::name))
                .hasMessage("rows 0 and 2 both have the key u1; a lookup has one row for each");
        assertThatThrownBy(() -> Lookup.of(table.rejectColumns("name"), Factor.class, Factor::name))
                .hasMessageContaining("no column 'name'");
    }
}
