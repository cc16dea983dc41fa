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

## Money without a place; a reported death

suspense-amount = Montant
suspense-all = la totalité
suspense-other = Cela ne concerne aucune police
suspense-what = Ce que c’est
suspense-what-charges = Frais de la banque
suspense-what-interest = Intérêts de la banque
suspense-what-written-off = Passé en perte
suspense-reason = Pourquoi
suspense-place = Comptabiliser ainsi
suspense-placed = Comptabilisé hors police
suspense-undo = Remettre
suspense-back = Le renvoyer au payeur
suspense-back-text = Tout repart vers { $name }, sur le compte d’où l’argent est venu ({ $account }). Un autre collègue le libère avec les paiements ; d’ici là, vous pouvez le remettre ici.
suspense-back-button = Renvoyer
suspense-came-back = Cette somme a été renvoyée au payeur, mais la banque nous l’a retournée (motif { $reason }).
suspense-what-to-payer = Repart vers le payeur
task-reported-death = La banque signale un décès : vérifiez et parlez aux héritiers
death-title = Un décès signalé par la banque
death-text = La banque a renvoyé un prélèvement parce que le titulaire du compte est décédé. Jusqu’à votre décision, rien n’est prélevé et personne ne reçoit de rappel.
death-none = Aucun décès n’est signalé sur cette police.
death-end = Le preneur est décédé
death-end-text = Enregistrez l’avis des héritiers ; la police prend alors fin selon ses règles.
death-end-button = Enregistrer le décès
death-clear = Le preneur est en vie, ou c’est réglé avec les héritiers
death-clear-text = Les rappels reprennent. Un prélèvement demande un nouveau mandat.
death-clear-button = Continuer
event-death-cleared = Décès signalé vérifié
