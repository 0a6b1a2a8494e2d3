package himalia.install.shown;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import himalia.storage.Storage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.rowset.RowSetProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How results of queries look, with a database whose results go forward only, as most do. */
class ResultSetsTest {
    private Connection database;

    @BeforeEach
    void open() throws SQLException {
        database = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private ResultSet numbers(int rows) throws SQLException {
        return database.createStatement()
                .executeQuery("SELECT i AS id, 'n' || i AS name FROM range(" + rows + ") t(i)");
    }

    private static String read(ResultSet result) {
        return Display.renderers().render(result, () -> false).text();
    }

    @Test
    void aShortResultThatNobodyHoldsIsShownWhole() throws SQLException {
        assertThat(read(numbers(2)))
                .isEqualTo(
                        """
                        result of a query, read to its end
                               id  name
                           BIGINT  VARCHAR
                        0       0  n0
                        1       1  n1
                        2 rows × 2 columns""");
        assertThat(read(numbers(0)))
                .isEqualTo(
                        """
                        result of a query, read to its end
                          id      name
                          BIGINT  VARCHAR
                        0 rows × 2 columns""");
    }

    @Test
    void ofALongResultTheNextRowsAreShownAndTheCursorGoesOnAfterThem() throws SQLException {
        var result = numbers(45);

        assertThat(read(result))
                .startsWith(
                        "result of a query, its next 20 rows; these are read, and $ goes on after them\n")
                .contains("\n19      19  n19\n")
                .endsWith("20 rows, and more may follow, × 2 columns (20 × 2 shown)");
        assertThat(result.next()).isTrue();
        assertThat(result.getInt(1)).isEqualTo(20);
        assertThat(read(result)).contains("n21").contains("n40");
        assertThat(read(result)).contains("n44").contains("read to its end");
    }

    @Test
    void ofAResultThatAVariableHoldsTheColumnsAreShownAndNoRowIsTaken() throws SQLException {
        var result = numbers(3);

        assertThat(Display.text(result))
                .isEqualTo(
                        """
                        columns of a result that can be read once only; Storage.read(it) makes a table of it
                           column  type
                        0  id      BIGINT
                        1  name    VARCHAR
                        2 rows × 2 columns""");
        assertThat(Storage.read(result).rowCount()).isEqualTo(3);
    }

    @Test
    void aResultThatGoesBothWaysIsShownAndPutBackWhereItWas() throws SQLException {
        var result = RowSetProvider.newFactory().createCachedRowSet();
        result.populate(numbers(30));
        for (int i = 0; i < 7; i++) {
            result.next();
        }

        assertThat(Display.text(result)).startsWith("result of a query\n").contains("n0", "n19");
        assertThat(result.getInt(1)).isEqualTo(6);
        result.beforeFirst();
        assertThat(Display.text(result)).contains("n0");
        assertThat(result.next()).isTrue();
        assertThat(result.getInt(1)).isZero();
    }

    @Test
    void aClosedResultSaysSo() throws SQLException {
        var result = numbers(3);
        result.close();

        assertThat(read(result))
                .isEqualTo("result of a query, which cannot be read: ResultSet was closed");
    }
}
