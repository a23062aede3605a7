namespace CandidateCrm.Rules;

/// <summary>The codes of what keeps rules without faults of their own from being published. They never change.</summary>
public static class PublishFaultCodes
{
    /// <summary>A version of a definition was published before with other content.</summary>
    public const string VersionReused = "definition.version_reused";

    /// <summary>A definition that was to be suspended is not there.</summary>
    public const string DefinitionUnknown = "definition.unknown";

    /// <summary>Rules were to come into force before they were published.</summary>
    public const string EffectiveInPast = "rules.effective_in_past";

    /// <summary>A mode was to be set of a feature that is not there.</summary>
    public const string FeatureUnknown = "feature.unknown";

    /// <summary>A mode was to be set that is none of those that are defined.</summary>
    public const string ModeUnknown = "mode.unknown";

    /// <summary>Rules open tasks, but the host has no inbox for them.</summary>
    public const string NoTaskInbox = "rules.no_task_inbox";

    /// <summary>Rules announce an event that nothing handles.</summary>
    public const string AnnouncementUnheard = "announcement.unheard";
}
