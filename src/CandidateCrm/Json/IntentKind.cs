namespace CandidateCrm.Json;

/// <summary>The kinds of intents in documents.</summary>
internal enum IntentKind
{
    OpenTask,
    CloseTask,
    Announce,
}
