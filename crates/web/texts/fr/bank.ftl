### Français : vous, court, aimable.

## Files from the bank

kept-title = Fichiers qui vous attendent
kept-one = Un fichier bancaire étrange
kept-none = Aucun fichier n’attend
kept-text = Il est lisible, mais quelque chose ne va pas. Rien n’est comptabilisé avant votre décision.
kept-file = Fichier
kept-kind = Type
kept-odd = Ce qui est étrange
kept-came = Lu le
kept-decided = Décidé
kept-machine = automatiquement
kept-waits = en attente
kept-booked = comptabilisé
kept-dismissed = écarté
kept-fetch = Télécharger le fichier
kept-release = Comptabiliser quand même
kept-release-text = Ce qui peut l’être est comptabilisé maintenant, chaque montant une fois. Le reste demeure indiqué ici.
kept-release-button = Comptabiliser ce fichier
kept-dismiss = Écarter
kept-dismiss-text = Rien n’est comptabilisé. Demandez un fichier correct à la banque et lisez-le.
kept-dismiss-button = Écarter
kept-reason = Pourquoi
kept-now = Ce fichier est étrange. Il est conservé et rien n’est encore comptabilisé.
status-rejected = La banque refuse { $n } ordres.
status-rejected-text = Les dettes sont de nouveau ouvertes ; ce qui doit être versé attend dans sa liste.
task-release-file = Décider d’un fichier bancaire étrange
