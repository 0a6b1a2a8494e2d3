package himalia.display.bundle.comm;

/** Where comms lead in a program that is no notebook: nowhere. */
final class NoFrontEnd implements CommSink {
    @Override
    public void open(String id, String target, CommMessage message) {}

    @Override
    public void message(String id, CommMessage message) {}

    @Override
    public void close(String id, CommMessage message) {}

    @Override
    public String request() {
        return "";
    }
}
