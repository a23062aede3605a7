namespace Quickstart.Import;

/// <summary>What the activities of a hiring log mean when no map is given.</summary>
internal static class HiringLogMap
{
    internal static ImportMap Map { get; } = MapReader.Read("""
        {
          "activities": {
            "Hand In Job Application": { "fact": "submitted" },
            "Telephonic Screening": { "fact": "stage" },
            "Screening Interview": { "fact": "stage" },
            "Background Check": { "fact": "stage" },
            "Extensive Background Check": { "fact": "stage" },
            "Coding Interview": { "fact": "stage" },
            "Frontend Interview": { "fact": "stage" },
            "Backend Interview": { "fact": "stage" },
            "ML Interview": { "fact": "stage" },
            "Behavioral Interview": { "fact": "stage" },
            "Make Job Offer": { "fact": "offer" },
            "Application Rejected": { "fact": "ended", "disposition": "rejected", "reason": "not-told" }
          },
          "funnel": [
            "Hand In Job Application", "Telephonic Screening", "Screening Interview",
            "Coding Interview", "Behavioral Interview", "Make Job Offer"
          ]
        }
        """);
}
