package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlProblemTest {
    private static final String ABSENT = "Catalog Error: Table with name ta2 does not exist!";

    private static String told(String message) {
        return String.valueOf(SqlProblem.of(new SQLException(message)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duckdb_logs",
                "pg_type",
                "kept rows 6e6c7338",
                "main.rows of t",
                "temp.himalia rows 1"
            })
    void namesThatNobodyWroteAreNotOffered(String inner) {
        assertThat(told(ABSENT + "\nDid you mean \"" + inner + "\"?\n\nLINE 1: from ta2"))
                .isEqualTo(ABSENT + "\n\nLINE 1: from ta2");
    }

    @Test
    void aTableOfTheUsersIsOffered() {
        var message = ABSENT + "\nDid you mean \"ta1\"?";
        assertThat(told(message)).isEqualTo(message);
    }

    @Test
    void aFileThatDuckDbDoesNotReadHasAWayOut() {
        var out =
                "; a table in the place of the file does: in a cell of %%sql from {Storage.read(\"…\")}, in Java sql.with(\"t\", Storage.read(\"…\"))";
        assertThat(
                        told(
                                "Binder Error: No extension found that is capable of reading the file \"z.npy\"\n* If this"))
                .isEqualTo("DuckDB does not read 'z.npy'" + out);
        assertThat(
                        told(
                                "Extension Autoloading Error: An error occurred while trying to automatically install the required extension 'excel:\nExtension"))
                .isEqualTo("DuckDB does not read this format" + out);
    }

    @Test
    void anArticleIsSetRight() {
        assertThat(told("Catalog Error: ps is not an table"))
                .isEqualTo("Catalog Error: ps is not a table");
    }

    /** DuckDB lists 45 functions for a plus whose types do not fit. */
    @Test
    void functionsThatMayBeMeantAreNamedByTheFirstFew() {
        try (var sql = Sql.open()) {
            assertThatThrownBy(() -> sql.query("select current_date + [1]"))
                    .hasMessageStartingWith("Binder Error: No function matches")
                    .hasMessageContaining("\n\t… and 41 more\n")
                    .message()
                    .satisfies(told -> assertThat(told.lines()).hasSizeLessThan(12));
        }
    }

    /** As PostgreSQL 15 says it of a text in which its driver has numbered the question marks. */
    @Test
    void aPlaceThatIsANumberIsShown() {
        var sql = "select '?' as a, ? as b\nfrom people\nwhere age > ? and nmae = 1";
        int told = sql.indexOf("nmae") + 2 + 1;
        assertThat(
                        SqlProblem.of(
                                new SQLException(
                                        "ERROR: column \"nmae\" does not exist\n  Position: "
                                                + told),
                                sql))
                .hasMessage(
                        "ERROR: column \"nmae\" does not exist\n\nLINE 3: where age > ? and nmae = 1\n                          ^");
    }

    @Test
    void aPlaceBehindALongTextAndSignsOfTwoCharsIsShown() {
        var sql = "select '" + "it''s 😀".repeat(20_000) + "' as a, ? as b\nfrom nmae 😀";
        int told = sql.codePointCount(0, sql.indexOf("nmae")) + 1 + 1;

        assertThat(SqlProblem.of(new SQLException("ERROR: no relation\n  Position: " + told), sql))
                .hasMessage("ERROR: no relation\n\nLINE 2: from nmae 😀\n             ^");
    }
}
