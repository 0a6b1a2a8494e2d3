package himalia.magics.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.SqlBody;
import himalia.storage.Sql;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** A cell of SQL that fails says what of it is done, and one whose work is done does not fail. */
class FailedCellsTest {
    @TempDir private Path folder;
    private RecordingNotebook notebook;

    @BeforeEach
    void begin() {
        notebook = new RecordingNotebook(folder);
    }

    private @Nullable Table run(String sql, Object... words) throws Exception {
        var body = new SqlBody().text(sql);
        return (Table) new PicocliCatalog().cell(notebook, "sql", List.of(words), body);
    }

    private Object[] file() {
        return new Object[] {"--db", "jdbc:duckdb:" + folder.resolve("t.duckdb")};
    }

    @Test
    void theStatementsThatStayDoneAreNamed() throws Exception {
        assertThatThrownBy(
                        () ->
                                run(
                                        "create table t (a int); select 1; insert into t values (1); insert into nowhere values (2)",
                                        file()))
                .hasMessageEndingWith(
                        "\nStatements 1 and 3 of the cell ran before it and stay done.");
        assertThat(run("select count(*) as n from t", file()).get(0, 0)).hasToString("1");
        assertThatThrownBy(() -> run("insert into nowhere values (2)", file()))
                .hasMessageNotContaining("stay");
    }

    @Test
    void aTransactionThatAnErrorUndoesIsTold() throws Exception {
        run("create table t (a int)", file());
        assertThatThrownBy(
                        () ->
                                run(
                                        "insert into t values (0); begin; insert into t values (1); insert into nowhere values (2)",
                                        file()))
                .hasMessageEndingWith(
                        "\nStatement 1 of the cell ran before it and stays done.\nThe transaction that was open is undone.");
        assertThat(run("select count(*) as n from t", file()).get(0, 0)).hasToString("1");
        assertThatThrownBy(
                        () ->
                                run(
                                        "begin; insert into t values (1); commit; insert into nowhere values (2)",
                                        file()))
                .hasMessageEndingWith("\nStatement 2 of the cell ran before it and stays done.");
    }

    @Test
    void aTransactionInMemoryGoesOnIntoTheCellThatFails() throws Exception {
        run("begin");
        assertThatThrownBy(() -> run("create table lost (a int); insert into nowhere values (2)"))
                .hasMessageEndingWith(
                        "\nThe transaction that is open has failed with it; rollback ends it.");
        run("rollback");
        assertThatThrownBy(() -> run("insert into nowhere values (2)"))
                .hasMessageNotContaining("transaction");
    }

    /** SQLite's goes on: whoever rolls it back loses what it has done. */
    @Test
    void aTransactionThatDoesNotFailWithItsStatementGoesOn() throws Exception {
        try (var lite = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            var sql = Sql.of(lite);
            var done = new DoneStatements(false);
            done.begin();
            done.ran(1, "begin");
            assertThat(done.afterFailure(sql.isDuckDb()))
                    .isEqualTo(
                            "\nA transaction is open: commit keeps what it has done, unless the database refuses, and rollback undoes it.");
        }
    }

    @Test
    void aDatabaseThatFailsWhenTheWorkIsDoneIsToldOf() throws Exception {
        var driver = brokenAtTheEnd();
        DriverManager.registerDriver(driver);
        try {
            var rows = run("select 5 as a", "--db", "jdbc:broken:");
            assertThat(rows.get(0, 0)).hasToString("5");
            assertThat(notebook.shown().toString())
                    .contains("The statements ran; then the database could not say", "gone");
        } finally {
            DriverManager.deregisterDriver(driver);
        }
    }

    /** A driver of DuckDB whose connections are lost before anyone asks whether a transaction is open. */
    private static Driver brokenAtTheEnd() {
        return proxy(
                Driver.class,
                (name, args) -> {
                    if (name.equals("connect")) {
                        return String.valueOf(args[0]).startsWith("jdbc:broken:")
                                ? broken(DriverManager.getConnection("jdbc:duckdb:"))
                                : null;
                    }
                    return name.equals("acceptsURL") ? (Object) true : 1;
                });
    }

    private static Connection broken(Connection live) {
        return proxy(
                Connection.class,
                (name, args) -> {
                    if (name.equals("getAutoCommit")) {
                        throw new SQLException("the connection is gone");
                    }
                    for (var method : Connection.class.getMethods()) {
                        if (method.getName().equals(name)
                                && method.getParameterCount() == (args == null ? 0 : args.length)) {
                            return method.invoke(live, args);
                        }
                    }
                    throw new IllegalStateException(name);
                });
    }

    private interface Answer {
        @Nullable Object to(String name, Object[] args) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, args) -> {
                            if (method.getDeclaringClass() == Object.class) {
                                return method.getName().equals("equals")
                                        ? (Object) (self == args[0])
                                        : method.getName().equals("hashCode")
                                                ? (Object) 1
                                                : "proxy";
                            }
                            try {
                                return answer.to(method.getName(), args);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
