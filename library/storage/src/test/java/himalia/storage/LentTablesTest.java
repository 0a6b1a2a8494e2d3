package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Of a lent table the columns that a query names are compared with the copy, and whatever is read is what the table holds. */
class LentTablesTest {
    private static final int ROWS = 20_001;

    private final IntColumn id = IntColumn.create("id", ROWS);
    private final DoubleColumn amount = DoubleColumn.create("amount", ROWS);
    private final StringColumn city = StringColumn.create("city", ROWS);
    private final Table table = Table.create("t", id, amount, city);

    LentTablesTest() {
        for (int row = 0; row < ROWS; row++) {
            id.set(row, row);
            amount.set(row, row % 100 / 4.0);
            city.set(row, "c" + row % 9);
        }
    }

    private static String asked(Sql sql, String query) {
        try {
            return sql.query(query).printAll();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** One change of each column, so that a copy of any earlier time tells another answer. */
    private void checkEachChange(Sql sql, String query) {
        for (int change = 0; change < 4; change++) {
            switch (change) {
                case 1 -> id.set(3, 1_000_000);
                case 2 -> amount.set(3, 1_000_000.5);
                case 3 -> city.set(3, "another");
                default -> {}
            }
            sql.lend("t", table);
            var told = asked(sql, query);
            sql.without("t");
            try (var other = Sql.open()) {
                other.with("t", table);
                assertThat(told).as("change %d", change).isEqualTo(asked(other, query));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select max(id) as a from t",
                "select max(AMOUNT) as a, count(*) as n from t",
                "select city, max(amount) as a from t group by city order by city",
                "select count(*) as n from t",
                "from t order by all desc limit 3",
                "select * from t where rowid = 3",
                "select t.* from t order by city, id desc limit 5",
                "select t from t order by t desc limit 3",
                "select max(t) as m from t",
                "select columns('^[ai]') from t order by all desc limit 3",
                "select * exclude (id) from t order by all desc limit 3",
                "select #2 as x from t order by 1 desc limit 3",
                "select max(x) as x from (select amount as x from t)",
                "with t as (select city as x from t) select max(x) as x from t",
                "with q(x, y, z) as (select * from t) select max(y) as y from q",
                "with q(x, y, z) as (from t) select max(x) as y from q",
                "select max(y) as x from t as q(x, y, z)",
                "select max(x) as x from t q(x)",
                "select count(*) as n from t natural join (select * from t)",
                "select count(*) as n from t a join t b using (amount) where a.id < 9",
                "select max(amount.abs()) as x from t",
                "select max(t.amount) over (partition by city) as x from t order by x desc limit 2",
                "select (select max(city) from t) as x, (select min(id) from t) as y",
                "select distinct on (city) city, id from t order by city, id desc",
                "summarize t",
                "describe t",
                "select max(x) as x from query('select amount as x from t')",
                "select max(c) as c from query_table('t') as q(a, b, c)",
                "select city, sum(amount) as s from t group by rollup (city) order by all",
                "select list_max(list_transform(list(id), lambda x: x + 1)) as x from t",
                "select max(id) as x from t union all by name select max(amount) as y from t"
            })
    void eachQueryReadsWhatTheTableHolds(String query) {
        try (var sql = Sql.open()) {
            checkEachChange(sql, query);
        }
    }

    /** A function or a view of the user's may read what no query names. */
    @Test
    void whatTheUserHasMadeReadsWhatTheTableHolds() {
        try (var sql = Sql.open()) {
            sql.lend("t", table);
            sql.run("create macro most(x) as (select max(amount) from t)", List.of());
            sql.without("t");
            for (double most : new double[] {1_000, 2_000}) {
                amount.set(7, most);
                sql.lend("t", table);
                assertThat(sql.query("select most(id) as m from t limit 1").doubleColumn(0).get(0))
                        .isEqualTo(most);
                sql.without("t");
            }
            sql.lend("t", table).query("select max(id) as m from t");
            sql.run("create temp view v as select city from t", List.of());
            sql.without("t");
            city.set(9, "zzz");
            sql.lend("t", table);
            assertThat(sql.query("select max(id) as m from t").rowCount()).isEqualTo(1);
            assertThat(sql.query("select max(city) as m from v").getString(0, 0)).isEqualTo("zzz");
        }
    }

    /** A name that a {@code with} gives means that behind it, and the view within it. */
    @Test
    void aViewIsReadByAQueryOfItsOwnName() {
        try (var sql = Sql.open()) {
            sql.lend("t", table);
            sql.run("create temp view v as select city as x from t", List.of());
            sql.without("t");
            for (var last : List.of("y", "z")) {
                city.set(5, last);
                sql.lend("t", table);
                var told =
                        sql.query(
                                "with v as (select max(x) as x from v) select x, (select max(id) from t) as m from v");
                assertThat(told.getString(0, 0)).isEqualTo(last);
                sql.without("t");
            }
        }
    }

    @Test
    void aTableIsThereInTransactionsAndBehindThem() {
        try (var sql = Sql.open()) {
            sql.lend("t", table);
            sql.run("begin", List.of());
            assertThat(sql.query("select max(id) as m from t").intColumn(0).get(0))
                    .isEqualTo(ROWS - 1);
            id.set(0, ROWS);
            sql.lend("t", table);
            assertThat(sql.query("select max(id) as m from t").intColumn(0).get(0)).isEqualTo(ROWS);
            assertThatThrownBy(() -> sql.query("select nope from t"))
                    .isInstanceOf(IllegalArgumentException.class);
            sql.run("rollback", List.of());
            id.set(0, ROWS + 1);
            sql.lend("t", table);
            assertThat(
                            sql.query(
                                            "select city, max(id) as m from t group by all order by m desc")
                                    .intColumn("m")
                                    .get(0))
                    .isEqualTo(ROWS + 1);
        }
    }

    /** A name that a statement has given to something else means that. */
    @Test
    void aNameThatMeansSomethingElseNowIsNotTakenForTheTable() {
        try (var sql = Sql.open()) {
            sql.with("t", table);
            assertThat(sql.query("select city from t").getString(1, 0)).isEqualTo("c1");
            sql.run("create or replace temp view t as select 'x' as city", List.of());
            assertThat(sql.query("select city from t").getString(0, 0)).isEqualTo("x");
        }
    }
}
