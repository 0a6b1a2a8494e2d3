package himalia.featurestore;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * How far a file has been pushed to a view.
 *
 * @param bytes where the next line begins
 * @param lines how many come before it
 * @param tail the hash of what ends there, by which a file that was written anew is told from one that grew
 */
record FollowedPlace(long bytes, long lines, String tail) {
    static final FollowedPlace BEGIN = new FollowedPlace(0, 0, "");
    private static final int TAIL_BYTES = 4096;

    /** Makes the place of an open file behind these bytes. */
    static FollowedPlace of(RandomAccessFile open, long bytes, long lines) throws IOException {
        return bytes == 0 ? BEGIN : new FollowedPlace(bytes, lines, tail(open, bytes));
    }

    /** Returns whether a file is still the one that was followed up to here. */
    boolean isIn(RandomAccessFile open) throws IOException {
        return bytes == 0 || open.length() >= bytes && tail(open, bytes).equals(tail);
    }

    private static String tail(RandomAccessFile open, long bytes) throws IOException {
        var last = new byte[(int) Math.min(TAIL_BYTES, bytes)];
        open.seek(bytes - last.length);
        open.readFully(last);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(last));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static FollowedPlace read(Connection connection, String view, Path file) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select bytes, lines, tail from followed where view = ? and file = ?")) {
            query.setString(1, view);
            query.setString(2, file.toString());
            try (var found = query.executeQuery()) {
                return found.next()
                        ? new FollowedPlace(found.getLong(1), found.getLong(2), found.getString(3))
                        : BEGIN;
            }
        }
    }

    /** Moves on from the place that was written last; two who follow one file would push its lines twice. */
    int moveFrom(FollowedPlace before, Connection connection, String view, Path file)
            throws SQLException {
        if (!read(connection, view, file).equals(before)) {
            throw new IllegalStateException(
                    "another session follows it into view '%s' too, or the view was deleted"
                            .formatted(view));
        }
        try (var insert =
                connection.prepareStatement(
                        "insert or replace into followed values (?, ?, ?, ?, ?)")) {
            insert.setString(1, view);
            insert.setString(2, file.toString());
            insert.setLong(3, bytes);
            insert.setLong(4, lines);
            insert.setString(5, tail);
            return insert.executeUpdate();
        }
    }
}
