package himalia.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file or a folder that the notebook and a task manager both are to see, under one path.
 *
 * @param path where it is
 * @param size how large it is here; -1 where it is not here, or no file
 */
record SharedPath(String path, long size) implements Serializable {
    private static final long serialVersionUID = 1;

    /** As reading takes them. */
    private static final String PATTERN = ".*[*?\\[{].*";

    static SharedPath of(Path file) throws IOException {
        var whole = file.toAbsolutePath().normalize();
        return new SharedPath(
                whole.toString(), Files.isRegularFile(whole) ? Files.size(whole) : -1);
    }

    /** Returns a file that is read, or for a pattern of files the folder that they lie in. */
    static SharedPath read(Path file) throws IOException {
        return !Files.exists(file) && file.toString().matches(PATTERN) ? folderOf(file) : of(file);
    }

    /** Returns the folder of a file that is to be written, or the nearest above that is there. */
    static SharedPath folderOf(Path file) {
        var folder = file.toAbsolutePath().normalize().getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return new SharedPath(String.valueOf(folder), -1);
    }

    /**
     * Returns it on the other machine.
     *
     * @throws IllegalArgumentException if it is not there, or is another one
     */
    Path there() throws IOException {
        var file = Path.of(path);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "%s is not there on the cluster's machine %s; a cluster reads and writes files by the paths of this notebook, so put them into a folder that both have"
                            .formatted(path, host()));
        }
        if (size >= 0 && Files.size(file) != size) {
            throw new IllegalArgumentException(
                    "%s is another file on the cluster's machine %s (%,d bytes, and %,d here); put it into a folder that both have"
                            .formatted(path, host(), Files.size(file), size));
        }
        return file;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "without a name";
        }
    }

    /** Checks here that what was written there is to be seen. */
    void checkWritten(Path file) throws IOException {
        if (!Files.exists(file) || size >= 0 && Files.size(file) != size) {
            throw new IllegalStateException(
                    "%s was written by the cluster and is not to be seen here; name a file in a folder that both have"
                            .formatted(file));
        }
    }
}
