package io.github.camelnetsuite.simulator;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What an administrator could click: the integration record, the role and the account's limits. Everything is allowed
 * until it is taken away; a reset of the simulator gives it back. Thread-safe.
 */
public final class Settings {

    private boolean m2mGrant = true;
    private boolean integrationEnabled = true;
    private boolean roleEnabled = true;
    private OptionalInt concurrencyLimit = OptionalInt.empty();
    private OptionalInt integrationLimit = OptionalInt.empty();
    private Duration processing = Duration.ZERO;
    private LocalDate closedBefore = LocalDate.MIN;
    private final Consumer<Settings> initial;
    private final Set<String> scopes = new LinkedHashSet<>();
    private final Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    private final Set<String> forbiddenTypes = new LinkedHashSet<>();
    private final Set<String> droppedFields = new LinkedHashSet<>();

    /**
     * Everything allowed, then as said.
     *
     * @param initial what differs from that at the start and after each reset
     */
    Settings(Consumer<Settings> initial) {
        this.initial = initial;
        reset();
    }

    synchronized void reset() {
        m2mGrant = true;
        integrationEnabled = true;
        roleEnabled = true;
        concurrencyLimit = OptionalInt.empty();
        integrationLimit = OptionalInt.empty();
        processing = Duration.ZERO;
        closedBefore = LocalDate.MIN;
        droppedFields.clear();
        scopes.addAll(List.of("restlets", "rest_webservices", "suite_analytics"));
        Collections.addAll(permissions, Permission.values());
        forbiddenTypes.clear();
        initial.accept(this);
    }

    /** Ticks or clears <i>Client Credentials (Machine to Machine) Grant</i> on the integration record. */
    public synchronized Settings m2mGrant(boolean ticked) {
        m2mGrant = ticked;
        return this;
    }

    /** Leaves exactly these scopes ticked on the integration record. */
    public synchronized Settings scopes(String... ticked) {
        scopes.clear();
        Collections.addAll(scopes, ticked);
        return this;
    }

    /** Enables or blocks the integration record; tokens already granted stop working while it is blocked. */
    public synchronized Settings integrationEnabled(boolean enabled) {
        integrationEnabled = enabled;
        return this;
    }

    /** Enables or disables the role of the mapping; tokens already granted stop working while it is disabled. */
    public synchronized Settings roleEnabled(boolean enabled) {
        roleEnabled = enabled;
        return this;
    }

    /** Takes a permission from the role. */
    public synchronized Settings without(Permission permission) {
        permissions.remove(permission);
        return this;
    }

    /** Gives a permission back to the role. */
    public synchronized Settings with(Permission permission) {
        permissions.add(permission);
        return this;
    }

    /** Makes a record type unavailable to the role. */
    public synchronized Settings withoutRecordType(String type) {
        forbiddenTypes.add(type.toLowerCase(Locale.ROOT));
        return this;
    }

    /** Lets at most that many API requests run at once; the next one is refused. No limit until set. */
    public synchronized Settings concurrencyLimit(int requests) {
        concurrencyLimit = OptionalInt.of(requests);
        return this;
    }

    /** Sets so much of the account's limit aside for the integration, which then may have no more than that. */
    public synchronized Settings integrationConcurrencyLimit(int requests) {
        integrationLimit = OptionalInt.of(requests);
        return this;
    }

    /**
     * How long each API request takes inside the account before it is served, in real time; it counts against the
     * limit all the while. None until set.
     */
    public synchronized Settings processing(Duration time) {
        processing = time;
        return this;
    }

    /**
     * Lets the role write this field no more: a write that gives it succeeds, and the field stays as it was.
     *
     * @param type a record type
     * @param field a body field, or one of a sublist as in {@code item.rate}
     */
    public synchronized Settings dropping(String type, String field) {
        droppedFields.add(dropped(type, field));
        return this;
    }

    /** Closes the accounting periods before that day to transactions that post, which orders do not. */
    public synchronized Settings closedBefore(LocalDate firstOpenDay) {
        closedBefore = firstOpenDay;
        return this;
    }

    synchronized boolean drops(String type, String field) {
        return droppedFields.contains(dropped(type, field));
    }

    synchronized LocalDate closedBefore() {
        return closedBefore;
    }

    private static String dropped(String type, String field) {
        return (type + " " + field).toLowerCase(Locale.ROOT);
    }

    synchronized boolean m2mGrant() {
        return m2mGrant;
    }

    synchronized Set<String> tickedScopes() {
        return Set.copyOf(scopes);
    }

    synchronized boolean integrationEnabled() {
        return integrationEnabled;
    }

    synchronized boolean roleEnabled() {
        return roleEnabled;
    }

    synchronized boolean has(Permission permission) {
        return permissions.contains(permission);
    }

    synchronized boolean allowsRecordType(String type) {
        return !forbiddenTypes.contains(type.toLowerCase(Locale.ROOT));
    }

    synchronized OptionalInt concurrencyLimit() {
        return concurrencyLimit;
    }

    synchronized OptionalInt integrationConcurrencyLimit() {
        return integrationLimit;
    }

    synchronized Duration processing() {
        return processing;
    }
}
