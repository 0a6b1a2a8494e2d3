package himalia.display.bundle;

import java.util.Optional;

/** Prints plain text: what a program outside a notebook gets. */
final class PlainSink implements DisplaySink {
    @Override
    public void show(MimeBundle bundle, Optional<String> id) {
        // The standard output is this sink's whole purpose: there is no notebook to show anything
        // in.
        System.out.println(bundle.text());
    }

    @Override
    public void update(String id, MimeBundle bundle) {
        System.out.println(bundle.text());
    }

    @Override
    public void clear(boolean wait) {}

    @Override
    public boolean isWatched() {
        return false;
    }
}
