package himalia.magics.notebook;

/**
 * One line of {@code %lsmagic}.
 *
 * @param topic what it is about: the package it is from
 * @param magic the name with its percent signs
 * @param does one sentence
 * @param gives the type of its value, short; empty where it gives none
 */
public record MagicName(String topic, String magic, String does, String gives) {}
