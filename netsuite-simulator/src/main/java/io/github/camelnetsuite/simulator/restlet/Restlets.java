package io.github.camelnetsuite.simulator.restlet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The scripts deployed in the account. Thread-safe. */
public final class Restlets {

    private static final Pattern SCRIPT = Pattern.compile("customscript_[a-z0-9_]{1,40}");
    private static final Pattern DEPLOYMENT = Pattern.compile("customdeploy_[a-z0-9_]{1,40}");

    /** Small IDs belong to NetSuite's own scripts. */
    private static final long FIRST_SCRIPT_ID = 1001;

    private final Consumer<Restlets> initial;
    private final List<Deployment> deployments = new ArrayList<>();
    private final Map<Deployment, Restlet> scripts = new HashMap<>();

    /** IDs are not given again, not even after a deployment was taken away. */
    private final Map<String, Long> scriptIds = new HashMap<>();

    private final Map<String, Long> lastDeploymentIds = new HashMap<>();

    /**
     * Scripts of an account.
     *
     * @param initial deploys what is there at the start and after each reset
     */
    public Restlets(Consumer<Restlets> initial) {
        this.initial = initial;
        reset();
    }

    /**
     * Deploys a script, in place of one deployed under these IDs before.
     *
     * @param script for example {@code customscript_shop_order}
     * @param deployment for example {@code customdeploy_shop_order}
     * @throws IllegalArgumentException when an ID does not begin with its prefix, or has more than lower-case letters,
     *     digits and underscores after it
     */
    public synchronized Deployment deploy(String script, String deployment, Restlet restlet) {
        require(SCRIPT, script);
        require(DEPLOYMENT, deployment);
        Deployment known = deployments.stream()
                .filter(other ->
                        other.script().equals(script) && other.deployment().equals(deployment))
                .findFirst()
                .orElseGet(() -> add(script, deployment));
        scripts.put(known, restlet);
        return known;
    }

    /** Takes a deployment away, as one that is no longer released. */
    public synchronized void undeploy(Deployment deployment) {
        deployments.remove(deployment);
        scripts.remove(deployment);
    }

    /** What is deployed, in the order of deployment. */
    public synchronized List<Deployment> deployments() {
        return List.copyOf(deployments);
    }

    /** The script these IDs mean, each in either form; empty when there is none. */
    public synchronized Optional<Restlet> find(String script, String deployment) {
        return deployments.stream()
                .filter(candidate -> candidate.isMeantBy(script, deployment))
                .findFirst()
                .map(scripts::get);
    }

    /** As at the start. */
    public synchronized void reset() {
        deployments.clear();
        scripts.clear();
        scriptIds.clear();
        lastDeploymentIds.clear();
        initial.accept(this);
    }

    private Deployment add(String script, String deployment) {
        long scriptId = scriptIds.computeIfAbsent(script, first -> FIRST_SCRIPT_ID + scripts.size());
        var added = new Deployment(scriptId, script, lastDeploymentIds.merge(script, 1L, Long::sum), deployment);
        deployments.add(added);
        return added;
    }

    private static void require(Pattern form, String id) {
        if (!form.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' does not match " + form.pattern());
        }
    }
}
