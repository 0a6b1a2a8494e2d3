package himalia.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Questions about a file that are asked before it is read; whoever stops the job cancels the one that runs.
 *
 * @param connection of their own: it waits for a whole answer, so that what is wrong with a row is told in full
 * @param statement that asks
 * @param job what they are asked for
 */
record Queries(Connection connection, Statement statement, FileWork job) implements AutoCloseable {
    /** What is made of an answer. */
    interface Answer<T> {
        T of(ResultSet rows) throws SQLException;
    }

    static Queries open(FileWork job) throws SQLException {
        var connection = OpenDuck.asking();
        try {
            return new Queries(connection, connection.createStatement(), job);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    <T> T ask(String sql, Answer<T> answer) throws SQLException {
        return job.whileRunning(
                statement,
                () -> {
                    try (var rows = statement.executeQuery(sql)) {
                        return answer.of(rows);
                    }
                });
    }

    /** Runs what has no rows. */
    void run(String sql) throws SQLException {
        job.whileRunning(statement, () -> statement.execute(sql));
    }

    /** Asks what has one row. */
    <T> T row(String sql, Answer<T> answer) throws SQLException {
        return ask(
                sql,
                rows -> {
                    rows.next();
                    return answer.of(rows);
                });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
