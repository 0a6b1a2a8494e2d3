package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Texts that come as numbers of rows are the texts that the database gives: each query is asked of one that is ours alone, and of a
 * connection that somebody else may use, where it is asked as it stands.
 */
class NumberedQueryTest {
    private static final int ROWS = 20_011;

    private static final String SHARED = "merchant";

    private static Table sales() {
        var id = IntColumn.create("id");
        var merchant = StringColumn.create(SHARED);
        var note = StringColumn.create("Note");
        var amount = DoubleColumn.create("amount");
        var key = IntColumn.create("key");
        var day = DateColumn.create("day");
        var odd = BooleanColumn.create("is odd");
        for (int row = 0; row < ROWS; row++) {
            id.append(row);
            merchant.append(row % 11 == 0 ? "" : "m" + row * 7 % 20);
            note.append("é, a longer text of its own " + row % 5_003);
            amount.append(row % 13 == 0 ? Double.NaN : row / 4.0);
            key.append(row % 120);
            day.append(LocalDate.EPOCH.plusDays(row % 400));
            odd.append(row % 2 == 1);
        }
        return Table.create("sales", id, merchant, note, amount, key, day, odd);
    }

    private static Table keys() {
        var key = IntColumn.create("key");
        var name = StringColumn.create("name");
        var merchant = StringColumn.create(SHARED);
        for (int row = 0; row < 100; row++) {
            key.append(row);
            name.append(row % 9 == 4 ? "" : "customer number " + row % 60);
            merchant.append("m" + row % 25);
        }
        return Table.create("keys", key, name, merchant);
    }

    /** What differs, or nothing. */
    private static String told(Table table) {
        var told = new StringBuilder();
        for (var column : table.columns()) {
            told.append(column.name()).append(' ').append(column.type().name());
            for (int row = 0; row < column.size(); row++) {
                told.append('\n').append(column.isMissing(row)).append(column.get(row));
            }
            if (column instanceof StringColumn texts) {
                told.append(texts.countUnique()).append(texts.unique().asList().size());
            }
        }
        return told.toString();
    }

    private static String asked(Sql sql, String query) {
        sql.with("s", sales()).with("k", keys());
        try {
            return told(sql.query(query));
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String alone(String query) {
        try (var sql = Sql.open()) {
            return asked(sql, query);
        }
    }

    private static String beside(String query) throws SQLException {
        try (var sql = Sql.of(DriverManager.getConnection("jdbc:duckdb:"))) {
            return asked(sql, query);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from s",
                " from s where id % 3 = 0 limit 7",
                "select * from s order by id desc",
                "select s.* from s",
                "select s.*, name from s join k on s.key = k.key",
                "select * from s join k on s.key = k.key",
                "select * from s join k using (key)",
                "select k.*, s.* from s left join k using (key) order by id",
                "select id, s.merchant, k.merchant, k.name as who from s left join k on s.key = k.key",
                "select id, name, name, name as more from s right join k on s.key = k.key",
                "select id, s.merchant, name from s full join k on s.key = k.key and id < 50",
                "select k.name as merchant from s join k on s.key = k.key order by s.merchant, id",
                "select id, k.name as merchant from s join k on s.key = k.key order by merchant, id",
                "select id, k.name as who from s join k on s.key = k.key where who like '%1%'",
                "select id, k.name as who, upper(who) as loud from s join k on s.key = k.key",
                "select id, k.name as who, who.upper() as loud from s join k on s.key = k.key",
                "select id, k.name as who, who.concat('!') as loud from s join k on s.key = k.key",
                "select id, merchant from s order by merchant, id",
                "select id, merchant from s order by 2, 1",
                "select merchant, id from s order by all",
                "select merchant, id from s order by #1, id",
                "select k.merchant from s left join k using (merchant) order by merchant, id",
                "select k.* from s left join k using (merchant) order by merchant, id limit 30",
                "select s.merchant, k.name as merchant from s join k on s.key = k.key order by merchant, id",
                "select merchant, -id as merchant from s order by merchant, id",
                "select merchant, id from s order by 1 collate nocase, id",
                "select merchant, id from s order by upper(columns('mer.*')), id",
                "select id, k.name as who, alias.who || '!' as loud from s join k on s.key = k.key",
                "select id, k.name as merchant from s join k on s.key = k.key order by Alias.merchant, id",
                "select upper(columns('^(merchant|Note)$')), merchant, note from s order by id",
                "select unnest({'a': id, 'merchant': 'm'}), merchant, note as n from s order by id",
                "select\u00a0merchant,\u2003note, note\u00a0, id from s order by id",
                "select id, merchant as m from s order by m, id",
                "select distinct merchant from s order by merchant",
                "select distinct on (key) key, merchant from s order by key, id",
                "select merchant, count(*) as n from s group by merchant order by merchant",
                "select merchant, count(*) as n from s group by all order by all",
                "select merchant from s union all select name from k",
                "with s as (select 'x' as merchant) select merchant from s",
                "with a as (select * from s) select merchant from a order by id",
                "select MERCHANT, \"Note\", note from s order by id",
                "select \"merchant\", s.\"Note\" as \"a b\", \"s\".note from s as s where note like '%7'",
                "select t.merchant, t.note as é from s t order by t.id",
                "select t.merchant from s as \"t\" order by t.id",
                "select s.merchant from s as t",
                "select a.merchant, b.merchant as other from s a join s b on a.id = b.id + 1 order by a.id",
                "select merchant from s a join s b on a.id = b.id",
                "select k.merchant, x.merchant from k join (select merchant, key from s) x using (key) order by all",
                "select merchant from k, (select 1 as merchant)",
                "select merchant, rowid from s",
                "select s from s order by id limit 3",
                "select id, merchant from s where exists (select * from k where k.key = s.key and k.merchant = s.merchant) order by id",
                "select id, (select max(name) from k where k.key = s.key) as n, merchant from s order by id",
                "select * exclude (note) from s order by id",
                "select * replace (upper(merchant) as merchant) from s order by id",
                "select columns('.*er.*') from s order by id",
                "select merchant, row_number() over (partition by merchant order by id) as n from s order by id",
                "select merchant, id from s qualify row_number() over (partition by merchant order by id) = 1 order by id",
                "select merchant, unnest([1, 2]) as u from s order by id, u limit 100",
                "select id, merchant from s semi join k on s.merchant = k.merchant order by id",
                "select id, s.merchant from s anti join k on s.merchant = k.merchant order by id",
                "select s.merchant, k.name from s positional join k",
                "select s.merchant, k.name from s asof join k on s.key >= k.key order by s.id",
                "select * from s natural join k order by id",
                "select merchant, nope from s",
                "select merchant, 1 / (id - 7)::int as x, note::int as y from s",
                "select merchant, amount::decimal(9, 2) as d, amount::float as f, [id] as l from s order by id",
                "select merchant from s where merchant is null",
                "select merchant from s where false",
                "/* first */ select merchant -- and\n , note /* more */ as \"n\" from s -- end",
                "select merchant, s.merchant, MERCHANT as Merchant from s order by id",
                "from s select merchant, id where key < 5 order by id;",
                "(select merchant from s order by id)",
                "select merchant: note, id from s order by id",
                "select merchant from s using sample 10 rows (reservoir, 3)",
                "select s.merchant from s tablesample reservoir(10 rows) repeatable (3)",
                "select a.m from s as a(i, m) order by a.i",
                "select merchant from temp.s order by id",
                "select merchant from s limit 5 offset 4000",
                "select merchant, name from s cross join k where s.key = 1 and k.key < 3 order by id, k.key"
            })
    void textsAreThoseOfTheDatabase(String query) throws SQLException {
        assertThat(alone(query)).isEqualTo(beside(query));
    }

    /** For DuckDB, letters beyond ASCII differ by their case. */
    @Test
    void namesAreThoseOfTheDatabase() {
        try (var sql = Sql.open()) {
            var small = sales().retainColumns("id", SHARED);
            small.column(SHARED).setName("\u0131");
            small.column("id").setName("i");
            sql.lend("\u00e9", sales()).lend("\u00c9", keys()).lend("s", small);
            assertThat(sql.query("select merchant from \u00e9").rowCount()).isEqualTo(ROWS);
            assertThat(sql.query("select merchant from \u00c9").rowCount()).isEqualTo(100);
            assertThat(
                            sql.query("select \u0131 as y, i as x from s where i = 12 or i = 13")
                                    .getString(0, 0))
                    .isEqualTo("m4");
            assertThatThrownBy(() -> sql.query("select \u0130 as x from s"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** DuckDB may have many rows in another order than they were given in. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyRowsHaveTheirOwnTexts(boolean isInOrder) {
        int rows = 400_003;
        var id = IntColumn.create("id", rows);
        var text = StringColumn.create("text", rows);
        for (int row = 0; row < rows; row++) {
            id.set(row, row);
            text.set(row, "t" + row % 1_009);
        }
        try (var sql = Sql.open()) {
            sql.run("set preserve_insertion_order = " + isInOrder, List.of());
            sql.with("t", Table.create("t", id, text));
            var told = sql.query("select text, id, text as again from t");
            assertThat(told.rowCount()).isEqualTo(rows);
            for (int row = 0; row < rows; row++) {
                var expected = "t" + told.intColumn("id").getInt(row) % 1_009;
                assertThat(told.getString(row, 0).equals(expected)).as("row %d", row).isTrue();
                assertThat(told.getString(row, 2).equals(expected)).as("row %d", row).isTrue();
            }
        }
    }
}
