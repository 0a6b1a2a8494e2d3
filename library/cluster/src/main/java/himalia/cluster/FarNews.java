package himalia.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.util.HexFormat;

/**
 * What a worker on a cluster tells the notebook.
 *
 * @param rounds how many it has done
 * @param hash of all trees, at the end; else empty
 * @param trees all of them, from the first worker at the end; else empty
 */
record FarNews(int worker, int rounds, String hash, byte[] trees) implements Serializable {
    private static final long serialVersionUID = 1;

    private static final byte[] NONE = {};

    static FarNews round(int worker, int rounds) {
        return new FarNews(worker, rounds, "", NONE);
    }

    static FarNews end(int worker, int rounds, byte[] trees) {
        var hash = HexFormat.of().formatHex(FarLibraries.digest().digest(trees));
        return new FarNews(worker, rounds, hash, worker == 0 ? trees : NONE);
    }

    boolean isEnd() {
        return !hash.isEmpty();
    }

    byte[] bytes() throws IOException {
        return FarRun.write(this);
    }

    static FarNews read(byte[] bytes) {
        try {
            return (FarNews) FarRun.read(bytes, FarNews.class.getClassLoader());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("a worker cannot be understood: " + e, e);
        }
    }
}
