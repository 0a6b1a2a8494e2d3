package himalia.install.assembly;

import java.net.URI;
import java.util.List;
import java.util.zip.ZipFile;

/** Classes whose signatures are read: one shows another library's type only through a class of its own. */
public final class SignedThings {
    private SignedThings() {}

    public static final class Outer {
        private ZipFile hidden() {
            throw new IllegalStateException("never called: only its signature matters");
        }

        public List<? extends Inner> inners() {
            return hidden().size() > 0 ? List.of() : List.of(new Inner());
        }

        public static final class Inner {
            public final List<URI[]> addresses = List.of();
        }

        static final class Secret {}
    }
}
