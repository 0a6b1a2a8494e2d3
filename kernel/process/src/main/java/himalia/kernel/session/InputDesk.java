package himalia.kernel.session;

import himalia.kernel.protocol.InputReply;
import himalia.kernel.protocol.InputRequest;
import himalia.kernel.protocol.Message;
import org.jspecify.annotations.Nullable;

/** Asks the person in front of the notebook; one question at a time, and an answer to an older one is not taken. */
final class InputDesk {
    private @Nullable Question open;

    /** One question and, later, its answer. */
    private static final class Question {
        private final String id;
        private @Nullable String answer;

        Question(String id) {
            this.id = id;
        }
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws InterruptedException where the cell was interrupted meanwhile
     */
    String ask(Request request, String prompt, boolean password) throws InterruptedException {
        Question mine;
        synchronized (this) {
            var message =
                    request.publisher().ask(request.message(), new InputRequest(prompt, password));
            mine = new Question(message.id());
            open = mine;
            notifyAll();
            while (open == mine && mine.answer == null) {
                wait();
            }
            if (open == mine) {
                open = null;
            }
        }
        if (mine.answer == null) {
            throw new InterruptedException("the question was withdrawn");
        }
        return mine.answer;
    }

    /** Takes an answer, if it is one to the open question. */
    synchronized void answer(Message message) {
        var question = open;
        if (question == null) {
            return;
        }
        var parent = message.parentId();
        if (parent.isEmpty() || parent.equals(question.id)) {
            question.answer = InputReply.from(message.content()).value();
            notifyAll();
        }
    }

    /** Withdraws the open question. */
    synchronized void withdraw() {
        open = null;
        notifyAll();
    }
}
