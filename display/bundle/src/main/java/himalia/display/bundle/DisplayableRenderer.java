package himalia.display.bundle;

/** Shows whatever knows by itself how it looks. */
public final class DisplayableRenderer implements Renderer<Displayable> {
    @Override
    public Class<Displayable> type() {
        return Displayable.class;
    }

    @Override
    public MimeBundle render(Displayable value) {
        return value.bundle();
    }
}
